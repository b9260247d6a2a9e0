-- 2BP01: a column
CREATE DOMAIN email AS text;
CREATE TABLE t (e email);
-- migration
DROP DOMAIN email;
