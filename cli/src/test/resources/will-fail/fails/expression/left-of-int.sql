-- 42883
CREATE TABLE t (id int);
-- migration
UPDATE t SET id = 1 WHERE left(id, 2) = 'x';
