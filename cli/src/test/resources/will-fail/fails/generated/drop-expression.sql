-- 55000: no expression to drop
CREATE TABLE t (id bigint NOT NULL);
-- migration
ALTER TABLE t ALTER COLUMN id DROP EXPRESSION;
