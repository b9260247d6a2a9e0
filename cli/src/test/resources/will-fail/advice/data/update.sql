-- passes: an update of all rows
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE TABLE n (a int, b int);
-- migration
UPDATE t SET a = 1;
UPDATE n SET b = 1 WHERE a > 0;
DELETE FROM t;
