-- 2BP01: a primary key
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
DROP INDEX t_pkey;
