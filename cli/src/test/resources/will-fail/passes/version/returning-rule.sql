-- passes: the rows of a rule
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
-- migration
CREATE RULE r AS ON UPDATE TO v DO INSTEAD UPDATE t SET a = new.a WHERE a = old.a RETURNING new.a, old.b;
