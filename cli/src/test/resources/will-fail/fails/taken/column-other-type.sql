-- 42701: with another type
CREATE TABLE t (id bigint PRIMARY KEY);
ALTER TABLE t ADD COLUMN a int;
-- migration
ALTER TABLE t ADD COLUMN a text;
