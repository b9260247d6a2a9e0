-- 42809
CREATE TABLE t (id int);
-- migration
DROP DOMAIN t;
