-- passes: group by expression
CREATE TABLE a (id bigint, at timestamptz);
SELECT date_trunc('day', at) AS day, count(*) AS n FROM a GROUP BY day HAVING count(*) > 1 ORDER BY n DESC, day;
