-- 42P06: schema t already exists
CREATE SCHEMA s;
CREATE SCHEMA t;
ALTER SCHEMA s RENAME TO t;
