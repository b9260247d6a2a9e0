-- passes: added in the same statement
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
ALTER TABLE users ADD COLUMN email text, ALTER COLUMN email SET DEFAULT 'x', ADD CONSTRAINT c CHECK (email <> ''), ADD UNIQUE (email);
