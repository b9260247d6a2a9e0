-- 0LP01: invalid privilege type usage for table
CREATE TABLE t (id bigint);
GRANT USAGE ON TABLE t TO PUBLIC;
