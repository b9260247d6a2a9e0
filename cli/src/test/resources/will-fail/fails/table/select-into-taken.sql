-- 42P07: relation t already exists
CREATE TABLE t (id bigint);
SELECT 1 AS x INTO t;
