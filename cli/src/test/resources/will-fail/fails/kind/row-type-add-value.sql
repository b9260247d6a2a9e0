-- 42809
CREATE TABLE t (id int);
-- migration
ALTER TYPE t ADD VALUE 'a';
