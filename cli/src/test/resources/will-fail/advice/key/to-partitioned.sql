-- passes: a key to a partitioned table
CREATE TABLE e (id bigint PRIMARY KEY) PARTITION BY HASH (id);
CREATE TABLE t (e bigint);
-- migration
ALTER TABLE t ADD CONSTRAINT t_e FOREIGN KEY (e) REFERENCES e (id);
