-- 42809: t is not a view
CREATE TABLE t (id bigint);
COMMENT ON VIEW t IS 'x';
