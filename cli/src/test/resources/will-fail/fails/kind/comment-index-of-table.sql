-- 42809: t is not an index
CREATE TABLE t (id bigint);
COMMENT ON INDEX t IS 'x';
