-- 42P07: the name of a primary key
CREATE TABLE t (id bigint PRIMARY KEY, a int);
-- migration
CREATE INDEX t_pkey ON t (a);
