-- 42710: server s already exists
CREATE EXTENSION postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
