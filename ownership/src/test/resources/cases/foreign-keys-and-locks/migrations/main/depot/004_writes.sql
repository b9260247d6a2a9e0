-- Granted, and no strong lock.
UPDATE orders SET customer_id = NULL;

-- Granted, with the strongest lock.
TRUNCATE orders;
LOCK TABLE orders IN SHARE MODE;
-- The cascade empties a table that was not granted.
TRUNCATE orders CASCADE;
