-- Migration: create orders
-- Created: 2026-03-01T09:00:00Z
-- Version: 20260301090000

-- UP Migration
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer text NOT NULL,
  total numeric(12, 2) NOT NULL CHECK (total >= 0)
);

-- DOWN Migration (Rollback)
-- DROP TABLE orders;
