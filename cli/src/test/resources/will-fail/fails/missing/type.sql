-- 42704: a type that no migration creates
CREATE TYPE status AS ENUM ('open');
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN status statsu;
