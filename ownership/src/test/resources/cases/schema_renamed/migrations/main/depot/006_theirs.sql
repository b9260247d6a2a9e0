DROP TYPE purchasing.size;
DROP SCHEMA purchasing;
-- Nothing of that name is there any more.
CREATE SCHEMA ordering;
CREATE VIEW ordering.totals AS SELECT 1;
COMMENT ON VIEW ordering.totals IS 'ours';
DROP SCHEMA ordering CASCADE;
