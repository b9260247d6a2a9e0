-- passes: IF EXISTS
CREATE SCHEMA s;
CREATE TABLE s.t (a int);
-- migration
DROP SCHEMA IF EXISTS other;
DROP TABLE IF EXISTS other.t;
