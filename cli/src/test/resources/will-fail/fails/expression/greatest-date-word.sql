-- 22007
CREATE TABLE t (d date);
-- migration
ALTER TABLE t ADD CHECK (greatest(d, 'x') > '2020-01-01');
