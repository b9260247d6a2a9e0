-- passes: dropped with its table
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE VIEW v AS SELECT id FROM users;
DROP TABLE users CASCADE;
-- migration
CREATE VIEW v AS SELECT 1 AS a;
