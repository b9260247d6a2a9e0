CREATE TABLE orders (id bigint PRIMARY KEY, sku text);
CREATE VIEW plain AS SELECT sku, pieces FROM stock;
CREATE VIEW with_subselect AS SELECT sku, pieces FROM stock WHERE sku IN (SELECT sku FROM orders);
CREATE VIEW scalar AS SELECT (SELECT count(*) FROM orders) AS n, s.sku, s.pieces FROM stock AS s;
CREATE VIEW over_view AS SELECT sku FROM with_subselect;
CREATE VIEW invoker WITH (security_invoker = true) AS TABLE stock;
CREATE VIEW by_trigger AS SELECT count(*) AS n FROM orders;
CREATE VIEW by_rule AS SELECT count(*) AS n FROM orders;
-- Their definitions are refused, too.
CREATE FUNCTION instead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN DELETE FROM stock; RETURN NULL; END $$;
CREATE TRIGGER instead INSTEAD OF DELETE ON by_trigger FOR EACH ROW EXECUTE FUNCTION instead();
CREATE RULE instead AS ON DELETE TO by_rule DO INSTEAD DELETE FROM stock;
