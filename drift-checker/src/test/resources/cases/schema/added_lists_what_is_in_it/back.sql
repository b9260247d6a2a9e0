DROP VIEW billing.v;
-- its rows are lost; to drop it step by step: deed expand drop-table billing.invoices
-- loses data
DROP TABLE billing.invoices;
-- needs another
DROP SCHEMA billing;
