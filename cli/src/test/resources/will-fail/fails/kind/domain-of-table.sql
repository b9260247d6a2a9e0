-- 42809
CREATE TABLE t (id int);
-- migration
ALTER DOMAIN t SET NOT NULL;
