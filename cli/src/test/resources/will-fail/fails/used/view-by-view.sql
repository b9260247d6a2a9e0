-- 2BP01: a view of a view
CREATE VIEW v AS SELECT 1 AS a;
CREATE VIEW w AS SELECT a FROM v;
-- migration
DROP VIEW v;
