-- passes since 17: partitioned using
CREATE TABLE t (a int) PARTITION BY LIST (a) USING heap;
