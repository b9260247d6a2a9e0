-- 42704: a parent without a primary key
CREATE TABLE t (id bigint);
-- migration
CREATE TABLE u (id bigint REFERENCES t);
