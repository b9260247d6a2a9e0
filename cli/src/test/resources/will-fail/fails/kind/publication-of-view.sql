-- 22023: cannot add relation v to publication
CREATE VIEW v AS SELECT 1 AS x, 2 AS y;
CREATE PUBLICATION p FOR TABLE v;
