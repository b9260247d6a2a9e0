-- 0A000: without the partition's column
CREATE TABLE e (id bigint PRIMARY KEY, at date) PARTITION BY RANGE (at);
