-- passes: the same columns in another order
CREATE TABLE e (id bigint NOT NULL, a int) PARTITION BY RANGE (id);
CREATE TABLE e_2 (a int NOT NULL, id bigint NOT NULL, CHECK (id > 0));
-- migration
ALTER TABLE e ATTACH PARTITION e_2 FOR VALUES FROM (5) TO (20);
