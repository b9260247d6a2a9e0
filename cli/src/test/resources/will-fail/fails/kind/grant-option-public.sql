-- 0LP01: grant options can only be granted to roles
CREATE TABLE t (id bigint);
GRANT SELECT ON t TO PUBLIC WITH GRANT OPTION;
