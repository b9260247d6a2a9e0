UPDATE orders SET state = 'open' WHERE state IS NULL;
UPDATE stock SET reserved = 0 WHERE reserved IS NULL;
UPDATE invoices SET state = 'open' WHERE state IS NULL;
