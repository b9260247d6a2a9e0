-- passes since 15: set access method
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t SET ACCESS METHOD heap;
