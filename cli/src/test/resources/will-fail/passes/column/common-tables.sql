-- passes: common tables
CREATE TABLE a (id bigint, parent bigint, name text);
WITH RECURSIVE t (k, depth) AS (SELECT id, 1 FROM a WHERE parent IS NULL UNION ALL SELECT a.id, t.depth + 1 FROM a JOIN t ON a.parent = t.k) SELECT k, depth FROM t ORDER BY depth;
WITH moved AS (DELETE FROM a WHERE id = 1 RETURNING *) INSERT INTO a SELECT * FROM moved;
WITH s AS (SELECT id AS key FROM a), u AS (SELECT key FROM s) SELECT u.key FROM u JOIN s USING (key);
WITH a AS (SELECT 1 AS other) SELECT other FROM a;
WITH RECURSIVE x AS (SELECT n FROM y), y AS (SELECT 1 AS n) SELECT n FROM x;
