-- 0LP01: invalid privilege type execute for relation
CREATE TABLE t (id bigint);
GRANT EXECUTE ON t TO PUBLIC;
