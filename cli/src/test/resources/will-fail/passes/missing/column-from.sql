-- passes: columns of others
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE names (uid bigint, label text);
-- migration
UPDATE users SET id = 2 FROM names WHERE uid = id AND label = 'x';
DELETE FROM users USING names WHERE uid = id;
UPDATE users SET id = 1 WHERE id IN (SELECT uid FROM names WHERE label = 'x');
