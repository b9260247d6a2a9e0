-- passes: the type of the first schema of the path is meant
CREATE SCHEMA s; CREATE TYPE ty AS ENUM ('a'); CREATE TABLE s.ty (id int); CREATE DOMAIN d AS int; CREATE TABLE s.d (id int);
-- migration
ALTER TYPE ty ADD VALUE 'b';
ALTER DOMAIN d SET NOT NULL;
ALTER TYPE ty RENAME TO ty2;
DROP DOMAIN d;
