-- 42809: t is not an index
CREATE TABLE t (id bigint);
REINDEX INDEX t;
