-- 42883
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD CHECK (a = ANY (ARRAY['x', 'y']));
