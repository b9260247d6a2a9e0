-- 42704: there is no primary key for referenced table
CREATE TABLE r (a int) PARTITION BY LIST (a);
CREATE TABLE t PARTITION OF r FOR VALUES IN (1);
CREATE TABLE u (a int REFERENCES t);
