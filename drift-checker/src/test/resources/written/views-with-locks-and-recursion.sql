CREATE EXTENSION citext;
CREATE TABLE t (id int PRIMARY KEY, qty int, name text, ct citext);
CREATE TABLE u (id int PRIMARY KEY, t_id int, label text, n numeric);
CREATE TABLE tree (id int PRIMARY KEY, parent_id int, name text);
CREATE VIEW fu1 AS SELECT id FROM t FOR UPDATE;
CREATE VIEW fu2 AS SELECT t.id FROM t JOIN u ON u.t_id = t.id FOR SHARE OF t NOWAIT;
CREATE VIEW fu3 AS SELECT id FROM t WHERE qty > 1 FOR NO KEY UPDATE SKIP LOCKED;
CREATE VIEW fu4 AS SELECT x.id, y.label FROM t x, u y WHERE x.id = y.t_id FOR KEY SHARE OF x FOR UPDATE OF y;
CREATE VIEW fu5 AS WITH c AS (SELECT id FROM u) SELECT t.id, s.label FROM t, c, (SELECT * FROM u) s WHERE c.id = t.id FOR UPDATE;
CREATE VIEW fe2 AS SELECT id FROM t ORDER BY qty FETCH FIRST 3 ROWS WITH TIES;
CREATE VIEW fe3 AS SELECT id FROM t ORDER BY qty OFFSET 2 ROWS FETCH NEXT ROW ONLY;
CREATE VIEW fe6 AS SELECT id FROM t ORDER BY qty USING > FETCH FIRST (1 + 1) ROWS WITH TIES;
CREATE VIEW fe7 AS SELECT id, row_number() OVER (ORDER BY qty USING <) FROM t;
CREATE RECURSIVE VIEW rc5 (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM rc5 WHERE n < 100;
CREATE RECURSIVE VIEW rc6 (id, path) AS SELECT id, name FROM tree WHERE parent_id IS NULL UNION ALL SELECT c.id, r.path || '/' || c.name FROM tree c JOIN rc6 r ON r.id = c.parent_id;
CREATE VIEW wr AS SELECT u FROM u;
CREATE VIEW wr2 AS SELECT to_jsonb(u) AS j, count(u.*) AS c FROM u GROUP BY u.id;
CREATE VIEW ri1 AS SELECT id FROM u WHERE (id, n) IN ((1, 2), (3, 4)) AND (id, label) <> (1, 'x') AND (id, t_id) NOT IN ((1, 2), (5, 6));
CREATE VIEW ri2 AS SELECT id FROM u WHERE (id, t_id) IN (SELECT id, qty FROM t);
CREATE VIEW ci AS SELECT id, coalesce(ct, 'none') AS co, CASE WHEN id > 1 THEN ct ELSE 'x' END AS ca FROM t;
-- not: SELECT id FROM t FOR UPDATE => SELECT id FROM t FOR SHARE
-- not: SELECT id FROM t FOR UPDATE => SELECT id FROM t
-- not: OF t NOWAIT => OF u NOWAIT
-- not: OF t NOWAIT => OF t
-- not: FOR UPDATE OF y => FOR SHARE OF y
-- not: = t.id FOR UPDATE; => = t.id FOR UPDATE OF t;
-- not: FIRST 3 ROWS WITH TIES => FIRST 3 ROWS ONLY
-- not: ORDER BY qty USING > => ORDER BY qty
-- not: (1 + 1) ROWS WITH TIES => (1 + 2) ROWS WITH TIES
-- not: n < 100 => n < 101
-- not: VALUES (1) UNION => VALUES (2) UNION
-- not: r.path || '/' => r.path || '-'
-- not: SELECT u FROM u => SELECT u.id AS u FROM u
-- not: (3, 4)) => (3, 5))
-- not: IN ((1, 2), (3 => NOT IN ((1, 2), (3
-- not: <> (1, 'x') => = (1, 'x')
-- not: NOT IN ((1, 2), (5 => IN ((1, 2), (5
-- not: coalesce(ct, 'none') => coalesce(ct, 'some')
