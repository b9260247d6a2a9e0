-- passes: excluded
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE users.name <> excluded.name;
