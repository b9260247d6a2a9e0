UPDATE plain SET pieces = 0;
UPDATE with_subselect SET pieces = 0;
DELETE FROM scalar;
INSERT INTO over_view VALUES ('a');
DELETE FROM invoker;
MERGE INTO plain USING orders ON orders.sku = plain.sku WHEN MATCHED THEN DELETE;
DELETE FROM by_trigger;
DELETE FROM by_rule;
DO $$ BEGIN EXECUTE 'DELETE FROM with_subselect'; END $$;
-- The owner's own view, with a grant.
UPDATE stock_api SET pieces = 0;
