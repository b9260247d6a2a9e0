-- 42703: the referencing column
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY);
-- migration
ALTER TABLE orders ADD CONSTRAINT c FOREIGN KEY (owner) REFERENCES users (id) NOT VALID;
