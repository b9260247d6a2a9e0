-- 42883
CREATE TABLE t (id int, b text);
-- migration
CREATE INDEX ON t (upper(id));
