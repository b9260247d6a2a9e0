-- passes: old and new are relations
CREATE TABLE t (a int, b int);
-- migration
WITH old AS (SELECT a, b FROM t) UPDATE t SET a = 1 FROM old WHERE t.b = old.b RETURNING old.a, t.a;
UPDATE t AS new SET a = 1 RETURNING new.a;
DELETE FROM t RETURNING (SELECT max(old.a) FROM t AS old);
