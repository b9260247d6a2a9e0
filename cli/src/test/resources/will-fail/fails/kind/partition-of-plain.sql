-- 42P17: t is not partitioned
CREATE TABLE t (id bigint);
CREATE TABLE p PARTITION OF t DEFAULT;
