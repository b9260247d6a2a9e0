-- 42601: unrecognized privilege type read
CREATE TABLE t (id bigint);
GRANT READ ON t TO PUBLIC;
