-- baseline
CREATE TYPE order_status AS ENUM ('new', 'paid', 'sent');
-- migration
ALTER TYPE order_status ADD VALUE IF NOT EXISTS 'returned' AFTER 'sent';
