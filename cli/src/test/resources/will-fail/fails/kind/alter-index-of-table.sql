-- 42809
CREATE TABLE t (id int);
-- migration
ALTER INDEX t SET (fillfactor = 50);
