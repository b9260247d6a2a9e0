ALTER INDEX orders_placed RENAME TO purchases_placed;
ALTER SEQUENCE orders_id_seq RESTART;
ALTER TABLE archived ADD COLUMN x int;
CREATE OR REPLACE VIEW sums AS SELECT count(*) FROM purchases;
ALTER SEQUENCE shop.counter RESTART;
ALTER FUNCTION suits(int) COST 1;
