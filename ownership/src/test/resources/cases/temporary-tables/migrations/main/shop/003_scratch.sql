CREATE TEMP TABLE stock AS SELECT * FROM order_lines;
UPDATE stock SET sku = '';
CREATE INDEX ON stock (sku);
DROP TABLE stock;
CREATE TEMP TABLE scratch ON COMMIT DROP AS SELECT * FROM prices;
INSERT INTO order_lines SELECT * FROM scratch;
WITH prices AS (SELECT 1 AS sku) SELECT * FROM prices;
UPDATE stock SET pieces = 1;
