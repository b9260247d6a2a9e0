-- 42883
CREATE TABLE t (b text);
-- migration
CREATE VIEW v AS SELECT to_char(b, 'YYYY') AS y FROM t;
