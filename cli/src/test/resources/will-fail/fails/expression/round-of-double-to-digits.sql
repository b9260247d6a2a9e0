-- 42883: only numeric is rounded to digits
CREATE TABLE t (id int, d double precision);
-- migration
CREATE VIEW v AS SELECT round(t.d, 2) AS l FROM t;
