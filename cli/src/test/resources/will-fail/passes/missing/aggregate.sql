-- passes: an aggregate of one's own
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
CREATE TABLE t (a int);
-- migration
SELECT total(a) FROM t;
