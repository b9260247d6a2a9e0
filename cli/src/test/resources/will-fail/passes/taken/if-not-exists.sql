-- passes: the same once more
CREATE TABLE users (id bigint PRIMARY KEY, a int);
CREATE INDEX i ON users (a);
-- migration
CREATE TABLE IF NOT EXISTS users (id bigint PRIMARY KEY, a int);
CREATE INDEX IF NOT EXISTS i ON users (a);
ALTER TABLE users ADD COLUMN IF NOT EXISTS a int;
CREATE SCHEMA IF NOT EXISTS public;
