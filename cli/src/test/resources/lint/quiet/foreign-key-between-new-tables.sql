-- migration
CREATE TABLE carts (id bigint PRIMARY KEY);
CREATE TABLE cart_items (
  cart_id bigint NOT NULL REFERENCES carts ON DELETE CASCADE,
  product text NOT NULL,
  PRIMARY KEY (cart_id, product)
);
