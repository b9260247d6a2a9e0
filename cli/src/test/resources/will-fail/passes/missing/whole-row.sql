-- passes: a whole row
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE users ADD CONSTRAINT c CHECK (users IS NOT NULL);
CREATE INDEX ON users ((users.name));
