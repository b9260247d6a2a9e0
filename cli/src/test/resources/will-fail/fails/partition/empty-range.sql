-- 42P17: an end before its start
CREATE TABLE e (id bigint) PARTITION BY RANGE (id);
CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM (10) TO (5);
