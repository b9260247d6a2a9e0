-- 42809
CREATE TABLE t (id int);
-- migration
ALTER TYPE t RENAME VALUE 'a' TO 'b';
