CREATE TABLE order_moves PARTITION OF depot.moves FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
CREATE TABLE order_stock () INHERITS (stock);
ALTER TABLE depot.moves DETACH PARTITION depot.moves_2026 CONCURRENTLY;
DROP TABLE depot.moves_2026;
INSERT INTO stock_archive VALUES (1, now());
CREATE TABLE order_copy (LIKE prices INCLUDING ALL);
