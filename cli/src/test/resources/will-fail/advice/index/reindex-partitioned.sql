-- passes: a partitioned table
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e DEFAULT;
CREATE INDEX e_id ON e (id);
-- migration
-- deed: transaction none
REINDEX INDEX e_id;
