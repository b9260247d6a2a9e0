-- 0A000 since 18: a table that a publication names, and a new expression of a virtual column
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL);
CREATE PUBLICATION p FOR TABLE t;
-- migration
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a * 3);
