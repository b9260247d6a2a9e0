-- passes: a partition without rows
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
-- migration
CREATE UNIQUE INDEX e_at ON e (at);
