-- 42P16: cannot alter column id because it is part of the partition key of relation a
CREATE TABLE a (id int) PARTITION BY LIST (id);
ALTER TABLE a ALTER COLUMN id TYPE bigint;
