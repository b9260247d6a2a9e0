CREATE TABLE t (a integer, b text);
CREATE VIEW v WITH (security_barrier = true) AS SELECT a FROM t WHERE a > 1; CREATE VIEW w AS SELECT a FROM t WHERE a > 1 WITH LOCAL CHECK OPTION;
