-- 42P17: a value twice
CREATE TABLE e (id bigint, region text) PARTITION BY LIST (region);
CREATE TABLE e_1 PARTITION OF e FOR VALUES IN ('eu', 'us');
CREATE TABLE e_2 PARTITION OF e FOR VALUES IN ('us');
