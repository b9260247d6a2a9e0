-- passes: another schema of the path
CREATE SCHEMA app;
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE app.orders (id bigint PRIMARY KEY);
-- migration
SET LOCAL search_path = app, public;
ALTER TABLE orders ADD COLUMN a int;
ALTER TABLE users ADD COLUMN b int;
