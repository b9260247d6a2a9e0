-- 42883: a call of no function
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
UPDATE t SET id = next_id(id) WHERE id = 1;
