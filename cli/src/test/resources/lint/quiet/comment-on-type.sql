-- baseline
CREATE TYPE order_status AS ENUM ('new', 'paid', 'sent');
-- migration
COMMENT ON TYPE order_status IS 'where an order stands';
