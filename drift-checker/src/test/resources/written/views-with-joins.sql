CREATE TABLE t (
  id int PRIMARY KEY,
  a text,
  b int,
  ts timestamptz,
  c varchar(10),
  d jsonb);
CREATE TABLE u (
  id int PRIMARY KEY,
  t_id int REFERENCES t,
  n numeric,
  s text);
CREATE TABLE w (
  id int PRIMARY KEY,
  u_id int,
  s text);
CREATE VIEW v1 AS SELECT t.id, u.n FROM t JOIN u ON u.t_id = t.id;
CREATE VIEW v2 AS SELECT t.id, n FROM t LEFT JOIN u ON t_id = t.id WHERE n IS NULL;
CREATE VIEW v3 AS SELECT x.id, y.n FROM t x, u y WHERE x.id = y.t_id;
CREATE VIEW v4 AS SELECT x.id, y.n FROM t AS x INNER JOIN u AS y ON x.id = y.t_id AND y.n > 0;
CREATE VIEW v5 AS SELECT t.id, u.n, w.s FROM t JOIN u ON u.t_id = t.id JOIN w ON w.u_id = u.id;
CREATE VIEW v6 AS SELECT t.id, u.n, w.s FROM t LEFT OUTER JOIN u ON u.t_id = t.id LEFT OUTER JOIN w ON w.u_id = u.id ORDER BY t.id DESC;
CREATE VIEW v7 AS SELECT id, n, w.s FROM u JOIN w USING (id);
CREATE VIEW v8 AS SELECT t.id, x.n FROM t CROSS JOIN LATERAL (SELECT n FROM u WHERE u.t_id = t.id LIMIT 1) x;
CREATE VIEW v9 AS SELECT t.id, x.n FROM t LEFT JOIN (SELECT t_id, sum(n) AS n FROM u GROUP BY t_id) x ON x.t_id = t.id;
CREATE VIEW v10 AS SELECT a.id, b.id AS bid FROM t a JOIN t b ON a.b = b.id;
CREATE VIEW v11 AS SELECT u.id FROM t NATURAL JOIN u;
CREATE VIEW v12 AS SELECT t.id, e.value FROM t, jsonb_array_elements(t.d) e;
CREATE VIEW v13 AS SELECT t.id, e FROM t, jsonb_array_elements(d) AS e;
CREATE VIEW v14 AS SELECT t.id, k FROM t CROSS JOIN jsonb_object_keys(t.d) AS x(k);
CREATE VIEW v15 AS SELECT g FROM generate_series(1, 10) g;
CREATE VIEW v16 AS SELECT g.n FROM generate_series(1, 10) AS g(n);
-- not: CREATE VIEW v1 AS SELECT t.id, u.n FROM t JOIN u => CREATE VIEW v1 AS SELECT t.id, u.n FROM t LEFT JOIN u
-- not: WHERE n IS NULL => WHERE n IS NOT NULL
-- not: ORDER BY t.id DESC => ORDER BY t.id
-- not: ORDER BY t.id DESC => ORDER BY u.id DESC
-- not: a.b = b.id => b.b = a.id
-- not: LIMIT 1 => LIMIT 2
-- not: generate_series(1, 10) g => generate_series(1, 11) g
