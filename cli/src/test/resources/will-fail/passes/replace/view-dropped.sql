-- passes: dropped first
CREATE VIEW v AS SELECT 1 AS a, 2 AS b;
-- migration
DROP VIEW v;
CREATE OR REPLACE VIEW v AS SELECT 1 AS c;
