-- 42804: default expression of another type
CREATE TABLE t (id bigint DEFAULT gen_random_uuid());
