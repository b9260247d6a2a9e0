-- 42883
CREATE TABLE t (id int, b text);
-- migration
ALTER TABLE t ADD CHECK (length(id) > 1);
