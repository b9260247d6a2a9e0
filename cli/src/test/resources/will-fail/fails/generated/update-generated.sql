-- 428C9: an assignment
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
UPDATE t SET b = 3 WHERE a = 1;
