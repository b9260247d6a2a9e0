-- 42P16: cannot drop column id because it is part of the partition key of relation t
CREATE TABLE t (id bigint, x int) PARTITION BY LIST (id);
ALTER TABLE t DROP COLUMN id;
