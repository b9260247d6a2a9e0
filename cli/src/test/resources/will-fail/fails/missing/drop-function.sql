-- 42883: no function to drop
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
DROP FUNCTION touch();
