-- passes since 18: returning old
CREATE TABLE t (a int, b int);
-- migration
UPDATE t SET a = 1 RETURNING old.a, new.a;
