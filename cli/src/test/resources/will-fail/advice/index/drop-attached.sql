-- passes: an index of a partition
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e DEFAULT;
CREATE INDEX e_1_id ON e_1 (id);
-- migration
DROP INDEX e_1_id;
