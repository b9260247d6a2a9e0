-- passes since 16: view without alias
CREATE VIEW v AS SELECT a FROM (SELECT 1 AS a);
