-- 42809
CREATE TABLE t (id int);
-- migration
ALTER VIEW t SET (security_barrier);
