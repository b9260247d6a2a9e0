-- passes since 18: no check and no publication that names the table, or a stored column
CREATE TABLE t (a int NOT NULL, b int GENERATED ALWAYS AS (a * 2) VIRTUAL);
CREATE TABLE u (a int CHECK (a > 0), b int GENERATED ALWAYS AS (a * 2) STORED);
CREATE PUBLICATION p FOR ALL TABLES;
-- migration
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a * 3);
ALTER TABLE u ALTER COLUMN b SET EXPRESSION AS (a * 3);
