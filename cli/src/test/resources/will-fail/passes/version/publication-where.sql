-- passes since 15: publication where
CREATE TABLE t (a int, b int);
-- migration
CREATE PUBLICATION pub FOR TABLE t WHERE (a > 1);
