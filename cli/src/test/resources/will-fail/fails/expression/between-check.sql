-- 22P02
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD CHECK (a BETWEEN 'a' AND 'z');
