-- 42P01: a view of no table
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE VIEW v AS SELECT id FROM people;
