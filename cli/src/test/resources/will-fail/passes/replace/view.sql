-- passes: a column at the end
CREATE VIEW v AS SELECT 1 AS a, 2 AS b;
-- migration
CREATE OR REPLACE VIEW v AS SELECT 3 AS a, 4 AS b, 5 AS c;
CREATE OR REPLACE VIEW v (a, b, c) AS SELECT 1, 2, 3;
