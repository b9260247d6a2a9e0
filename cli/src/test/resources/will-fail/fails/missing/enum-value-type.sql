-- 42704: a value of no type
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
ALTER TYPE mood ADD VALUE 'sad';
