-- 42703: column x does not exist
CREATE VIEW v AS WITH RECURSIVE r AS (SELECT 1 AS n) SELECT x FROM r;
