-- Granted: only the lock is told.
ALTER TABLE order_lines ADD FOREIGN KEY (sku) REFERENCES stock;

-- Not granted.
ALTER TABLE order_lines ADD FOREIGN KEY (sku) REFERENCES prices NOT VALID;
CREATE TABLE order_shelves (shelf int REFERENCES depot.shelves);

-- Both in one statement: one finding for each table.
CREATE TABLE order_parts (
  sku text REFERENCES stock,
  other_sku text REFERENCES stock,
  price_sku text REFERENCES prices
);
