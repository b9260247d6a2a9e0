-- 42P01: an update of no table
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
UPDATE people SET id = 2;
