-- passes since 18: enforced
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) ENFORCED;
