SELECT any_table('stock');
-- deed: touches order_lines defines
SELECT any_table('order_lines');
CREATE VIEW order_prices AS SELECT o.sku, price_of(o.sku) FROM order_lines o;
