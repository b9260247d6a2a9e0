ALTER TABLE stock ADD COLUMN size size;
CREATE TRIGGER stock_stamp BEFORE UPDATE ON stock FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TABLE depot.reserved (order_id bigint REFERENCES orders);
