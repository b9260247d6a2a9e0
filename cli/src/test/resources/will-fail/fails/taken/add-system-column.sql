-- 42701: a system column
CREATE TABLE t (id bigint PRIMARY KEY);
ALTER TABLE t ADD COLUMN ctid text;
