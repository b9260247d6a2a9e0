-- 22023: value 120 out of bounds for option autovacuum_vacuum_scale_factor
CREATE TABLE a (id int);
ALTER TABLE a SET (autovacuum_vacuum_scale_factor = 120);
