-- 42809: cannot attach a temporary relation as partition of permanent relation t
CREATE TABLE t (id bigint) PARTITION BY LIST (id);
CREATE TEMP TABLE u (id bigint);
ALTER TABLE t ATTACH PARTITION u DEFAULT;
