-- 2BP01: cannot drop server s because other objects depend on it
CREATE EXTENSION postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE f (id bigint) SERVER s;
DROP SERVER s;
