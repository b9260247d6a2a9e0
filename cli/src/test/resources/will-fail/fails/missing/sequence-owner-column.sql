-- 42703: owned by no column
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE SEQUENCE s;
ALTER SEQUENCE s OWNED BY t.num;
