CREATE DOMAIN quantity AS integer CHECK (VALUE >= 0);
CREATE TABLE items (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, left_over quantity NOT NULL);
CREATE FUNCTION worth(item items, price numeric(10, 2)) RETURNS numeric LANGUAGE sql AS 'SELECT 1.0';
-- DOWN Migration
-- DROP FUNCTION worth(items, numeric); DROP TABLE items; DROP DOMAIN quantity;
