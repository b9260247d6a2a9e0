-- 42P16: another name
CREATE VIEW v AS SELECT 1 AS a, 2 AS b;
-- migration
CREATE OR REPLACE VIEW v AS SELECT 1 AS a, 2 AS c;
