-- 42701: column name is named twice
CREATE TABLE t (id int, name text);
CREATE VIEW v AS SELECT *, id AS name FROM t;
