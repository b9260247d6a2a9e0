-- 0LP01: invalid privilege type delete for column
CREATE TABLE t (id bigint);
GRANT DELETE (id) ON t TO PUBLIC;
