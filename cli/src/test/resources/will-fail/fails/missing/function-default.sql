-- 42883: a default that calls no function
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN u uuid DEFAULT next_code();
