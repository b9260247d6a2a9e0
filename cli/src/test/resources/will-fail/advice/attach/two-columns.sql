-- passes: a range of two columns
CREATE TABLE e (a int, b int) PARTITION BY RANGE (a, b);
CREATE TABLE e_1 (a int, b int);
-- migration
ALTER TABLE e ATTACH PARTITION e_1 FOR VALUES FROM (1, 2) TO (3, MAXVALUE);
