-- passes: its schema was dropped
CREATE SCHEMA s;
CREATE TABLE s.t (a int);
DROP SCHEMA s CASCADE;
-- migration
CREATE SCHEMA s;
CREATE TABLE s.t (a int);
