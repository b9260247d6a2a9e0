CREATE TABLE t (name text);
CREATE COLLATION german (provider = icu, locale = 'de', deterministic = false);
CREATE INDEX t_name ON t (name COLLATE german);
