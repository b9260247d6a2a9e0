-- 42809: t is not a sequence
CREATE TABLE t (id bigint);
GRANT USAGE ON SEQUENCE t TO PUBLIC;
