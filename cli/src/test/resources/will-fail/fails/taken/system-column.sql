-- 42701: a system column
CREATE TABLE t (id bigint PRIMARY KEY, xmin int);
