-- 42809: t is not a composite type
CREATE TABLE t (id bigint);
ALTER TYPE t ADD ATTRIBUTE x int;
