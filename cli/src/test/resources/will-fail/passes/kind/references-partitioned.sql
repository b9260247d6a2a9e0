-- passes: a key to a partitioned table
CREATE TABLE e (id bigint PRIMARY KEY) PARTITION BY HASH (id);
CREATE TABLE t (e bigint REFERENCES e);
