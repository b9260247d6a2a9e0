-- 42P16: cannot drop inherited column x
CREATE TABLE t (id bigint, x int) PARTITION BY LIST (id);
CREATE TABLE u PARTITION OF t DEFAULT;
ALTER TABLE u DROP COLUMN x;
