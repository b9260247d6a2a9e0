-- 42883
CREATE TABLE t (g json);
-- migration
ALTER TABLE t ADD CHECK (jsonb_array_length(g) > 0);
