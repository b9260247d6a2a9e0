-- passes: a view of a view
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE u (m mood);
CREATE VIEW v AS SELECT m FROM u;
CREATE VIEW w AS SELECT m FROM v;
-- migration
DROP DOMAIN IF EXISTS d CASCADE;
DROP TYPE mood CASCADE;
