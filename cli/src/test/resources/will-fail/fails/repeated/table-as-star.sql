-- 42701: column name is named twice
CREATE TABLE t (id int, name text);
CREATE TABLE u AS SELECT *, id AS name FROM t;
