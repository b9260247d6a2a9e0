-- 42P16: a primary key
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
ALTER TABLE t ALTER COLUMN id DROP NOT NULL;
