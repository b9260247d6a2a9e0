-- passes: an alias
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
UPDATE users AS u SET id = 1 WHERE u.id = 2;
DELETE FROM users u WHERE u.id = 3;
