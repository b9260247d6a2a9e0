-- passes since 15: publication columns
CREATE TABLE t (a int, b int);
-- migration
CREATE PUBLICATION pub FOR TABLE t (a);
