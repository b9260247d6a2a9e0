-- passes: columns of a query
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TABLE people AS SELECT *, lower(email) AS low FROM users;
-- migration
ALTER TABLE people DROP COLUMN low, DROP COLUMN email;
