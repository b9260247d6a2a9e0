CREATE TABLE stock (sku text PRIMARY KEY, pieces int);
CREATE TABLE prices (sku text PRIMARY KEY, cents int);
CREATE TABLE stock_log (id bigint GENERATED ALWAYS AS IDENTITY, sku text);
CREATE FUNCTION log_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO stock_log (sku) VALUES (NEW.sku); RETURN NEW; END $$;
CREATE TRIGGER log_stock AFTER INSERT OR UPDATE ON stock FOR EACH ROW EXECUTE FUNCTION log_stock();
CREATE VIEW stock_api AS SELECT sku, pieces FROM stock;
