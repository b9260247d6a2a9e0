-- migration
CREATE TABLE prices (id bigint PRIMARY KEY, amount numeric NOT NULL);
ALTER TABLE prices ADD CONSTRAINT prices_positive CHECK (amount > 0);
