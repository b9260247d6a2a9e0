-- passes: its table was moved
CREATE SCHEMA s;
CREATE TABLE s.t (a int);
ALTER TABLE s.t SET SCHEMA public;
-- migration
DROP SCHEMA s;
