-- passes: dropped and added at once
CREATE TABLE t (a int PRIMARY KEY, b int NOT NULL);
-- migration
ALTER TABLE t DROP CONSTRAINT t_pkey, ADD PRIMARY KEY (b);
