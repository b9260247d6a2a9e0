-- passes: SELECT INTO
CREATE TABLE users (id bigint PRIMARY KEY);
SELECT id INTO people FROM users;
-- migration
ALTER TABLE people ADD COLUMN name text;
