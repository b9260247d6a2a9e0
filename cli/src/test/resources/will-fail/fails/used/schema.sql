-- 2BP01: tables in it
CREATE SCHEMA s;
CREATE TABLE s.t (id bigint PRIMARY KEY);
-- migration
DROP SCHEMA s;
