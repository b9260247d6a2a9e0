CREATE FUNCTION order_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stock SET pieces = pieces - 1 WHERE sku = NEW.sku;
  PERFORM 1 FROM prices WHERE sku = NEW.sku;
  RETURN NEW;
END $$;
CREATE TRIGGER order_added AFTER INSERT ON order_lines FOR EACH ROW EXECUTE FUNCTION order_added();
CREATE TRIGGER mine_on_yours AFTER INSERT ON stock FOR EACH ROW EXECUTE FUNCTION order_added();
CREATE FUNCTION price_of(wanted text) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT cents FROM prices WHERE sku = wanted
$$;
CREATE FUNCTION shelf_of(wanted text) RETURNS int
  BEGIN ATOMIC SELECT id FROM depot.shelves WHERE sku = wanted; END;
CREATE FUNCTION any_table(t text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'DROP TABLE ' || t;
END $$;
