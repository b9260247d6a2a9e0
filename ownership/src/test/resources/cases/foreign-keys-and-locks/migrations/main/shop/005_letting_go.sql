-- Dropping the key locks the other side, but asks for nothing.
ALTER TABLE order_lines DROP CONSTRAINT order_lines_sku_fkey;
DROP TABLE order_parts;
