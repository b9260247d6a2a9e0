-- 42809
CREATE TABLE t (id int); CREATE INDEX i ON t (id);
-- migration
ALTER TABLE i ALTER id SET (n_distinct = 5);
