-- passes: system columns
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
UPDATE users SET id = 1 WHERE ctid = '(0,1)';
DELETE FROM users WHERE tableoid = 0;
