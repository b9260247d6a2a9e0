-- passes: window
CREATE TABLE a (id bigint, name text, at date);
SELECT id, row_number() OVER w, sum(id) OVER (PARTITION BY name ORDER BY at) AS s FROM a WINDOW w AS (PARTITION BY name) ORDER BY s;
SELECT extract(year FROM at), trim(both FROM name), count(*) FILTER (WHERE id > 3) FROM a GROUP BY 1, 2;
