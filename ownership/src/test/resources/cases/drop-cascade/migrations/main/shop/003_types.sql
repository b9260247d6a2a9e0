CREATE TYPE size AS ENUM ('s', 'm');
CREATE DOMAIN email AS text;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE VIEW order_totals AS SELECT id FROM orders;
