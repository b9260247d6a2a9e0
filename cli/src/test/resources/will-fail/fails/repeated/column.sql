-- 42701: one column twice
CREATE TABLE t (id bigint PRIMARY KEY, a int, a text);
