-- All of it is shop's, by the new name.
ALTER TABLE purchasing.orders ADD COLUMN total int;
CREATE OR REPLACE VIEW purchasing.totals AS SELECT count(*) FROM purchasing.orders;
DROP VIEW purchasing.totals;
ALTER SEQUENCE purchasing.counter RESTART;
ALTER SEQUENCE purchasing.orders_id_seq RESTART;
DROP INDEX purchasing.orders_pkey;
ALTER FUNCTION purchasing.fits(purchasing.size) COST 1;
ALTER TYPE purchasing.size ADD VALUE 'l';
ALTER SCHEMA purchasing OWNER TO shop_migrator;
