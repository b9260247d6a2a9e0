CREATE TABLE t (a integer);
CREATE COLLATION german (provider = icu, locale = 'de');
ALTER TABLE t ADD COLUMN name text COLLATE german;
