-- migration
CREATE TABLE categories (
  id bigint PRIMARY KEY,
  parent_id bigint REFERENCES categories (id),
  name text NOT NULL
);
CREATE INDEX categories_parent_id_idx ON categories (parent_id);
