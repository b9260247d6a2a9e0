-- 42P06: created twice
CREATE SCHEMA s;
-- migration
CREATE SCHEMA s;
