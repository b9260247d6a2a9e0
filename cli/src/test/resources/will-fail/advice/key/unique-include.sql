-- passes: INCLUDE and DEFERRABLE
CREATE TABLE t (a int, b int, c int);
-- migration
ALTER TABLE t ADD CONSTRAINT t_a UNIQUE (a) INCLUDE (b) DEFERRABLE;
