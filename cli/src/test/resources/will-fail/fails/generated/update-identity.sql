-- 428C9: an assignment
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, a int);
-- migration
UPDATE t SET id = 3 WHERE a = 1;
