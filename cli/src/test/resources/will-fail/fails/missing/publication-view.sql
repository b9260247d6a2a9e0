-- 22023: cannot add relation v to publication
CREATE VIEW v AS SELECT 1 AS id;
CREATE PUBLICATION p FOR TABLE v;
