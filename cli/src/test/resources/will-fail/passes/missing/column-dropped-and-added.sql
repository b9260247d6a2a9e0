-- passes: dropped and added at once
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- migration
ALTER TABLE users ADD COLUMN email int, DROP COLUMN email;
