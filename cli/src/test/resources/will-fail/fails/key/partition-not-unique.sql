-- 42830: there is no unique constraint matching given keys
CREATE TABLE r (a int PRIMARY KEY, b int) PARTITION BY LIST (a);
CREATE TABLE t PARTITION OF r FOR VALUES IN (1);
CREATE TABLE u (a int);
ALTER TABLE u ADD FOREIGN KEY (a) REFERENCES t (b);
