-- passes: a partitioned table is a table
CREATE TABLE e (id bigint) PARTITION BY HASH (id);
-- migration
DROP TABLE e;
