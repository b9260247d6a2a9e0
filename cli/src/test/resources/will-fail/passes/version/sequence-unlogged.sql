-- passes since 15: sequence unlogged
CREATE SEQUENCE s;
-- migration
ALTER SEQUENCE s SET UNLOGGED;
