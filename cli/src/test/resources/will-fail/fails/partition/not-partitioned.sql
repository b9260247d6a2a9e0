-- 42P17: a plain table
CREATE TABLE e (id bigint);
CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM (1) TO (5);
