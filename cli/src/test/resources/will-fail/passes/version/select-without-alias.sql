-- passes since 16: select without alias
SELECT * FROM (SELECT 1 AS a);
