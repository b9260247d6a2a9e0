-- 42809
CREATE TABLE t (id int);
-- migration
ALTER VIEW t ALTER id SET DEFAULT 1;
