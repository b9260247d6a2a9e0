DROP VIEW open_orders CASCADE;
DROP FUNCTION fits(size);
DROP SEQUENCE shared.counter;
ALTER TYPE shared.colour ADD VALUE 'red';
