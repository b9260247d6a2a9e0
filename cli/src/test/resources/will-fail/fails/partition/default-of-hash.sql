-- 42P16: a default of hash partitions
CREATE TABLE e (id bigint) PARTITION BY HASH (id);
CREATE TABLE e_1 PARTITION OF e DEFAULT;
