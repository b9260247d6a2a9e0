-- 22P02
CREATE TABLE t (a int);
-- migration
CREATE VIEW v AS SELECT a FROM t WHERE a BETWEEN '1' AND 'z';
