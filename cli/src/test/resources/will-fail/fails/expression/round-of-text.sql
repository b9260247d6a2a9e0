-- 42883
CREATE TABLE t (id int, b text);
-- migration
CREATE VIEW v AS SELECT round(b) AS l FROM t;
