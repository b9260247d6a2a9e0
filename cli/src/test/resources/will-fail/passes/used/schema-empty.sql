-- passes: an empty schema
CREATE SCHEMA s;
CREATE TABLE s.t (a int);
DROP TABLE s.t;
-- migration
DROP SCHEMA s;
