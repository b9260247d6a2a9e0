-- Migration: create order statistics
-- Created: 2026-03-02T09:00:00Z
-- Version: 20260302090000

-- UP Migration
CREATE VIEW order_statistics AS
SELECT customer, count(*) AS orders, sum(total) AS total
FROM orders
GROUP BY customer;

-- DOWN Migration (Rollback)
-- DROP VIEW order_statistics;
