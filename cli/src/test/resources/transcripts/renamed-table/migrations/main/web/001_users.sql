CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users (id));
CREATE INDEX orders_user ON orders (user_id);
-- DOWN Migration (Rollback)
-- DROP TABLE orders;
-- DROP TABLE users;
