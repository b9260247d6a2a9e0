-- 42809 until 14: sequence unlogged came with PostgreSQL 15
CREATE SEQUENCE s;
-- migration
ALTER SEQUENCE s SET UNLOGGED;
