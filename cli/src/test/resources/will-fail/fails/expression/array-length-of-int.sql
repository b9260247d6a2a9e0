-- 42883
CREATE TABLE t (id int);
-- migration
ALTER TABLE t ADD CHECK (array_length(id, 1) > 0);
