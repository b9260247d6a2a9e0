-- 2BP01: a view joins by the column
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE invoices (id int PRIMARY KEY, user_id int);
CREATE VIEW of_users AS SELECT u.id FROM users u LEFT JOIN invoices AS i ON i.user_id = u.id;
-- migration
ALTER TABLE invoices DROP COLUMN user_id;
