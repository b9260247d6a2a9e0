-- 42809
CREATE TABLE t (id int);
-- migration
DROP DOMAIN IF EXISTS t;
