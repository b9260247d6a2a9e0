CREATE TABLE t (a integer, g text);
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
CREATE VIEW v AS SELECT g, total(a) AS s FROM t GROUP BY g;
