-- passes: a table and its partition
CREATE TABLE e (id bigint) PARTITION BY RANGE (id);
CREATE TABLE e_1 PARTITION OF e DEFAULT;
-- migration
DROP TABLE e, e_1;
