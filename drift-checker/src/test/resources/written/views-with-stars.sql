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
CREATE VIEW v1 AS SELECT * FROM t;
CREATE VIEW v2 AS SELECT t.* FROM t;
CREATE VIEW v3 AS SELECT t.*, u.n FROM t JOIN u ON u.t_id = t.id;
CREATE VIEW v4 AS SELECT x.* FROM t x WHERE b > 0;
CREATE VIEW v5 AS SELECT * FROM v1;
CREATE VIEW v6 AS SELECT *, b + 1 AS b1 FROM t;
CREATE VIEW v7 AS TABLE t;
CREATE VIEW v8 AS SELECT * FROM (SELECT id, a FROM t) q;
CREATE VIEW v9 AS WITH q AS (SELECT * FROM t) SELECT * FROM q;
CREATE VIEW v10 AS SELECT * FROM t WHERE id IN (SELECT t_id FROM u);
-- not: t.*, u.n => u.n, t.*
-- not: WHERE b > 0 => WHERE b >= 0
-- not: b + 1 AS b1 => b - 1 AS b1
-- not: SELECT t_id FROM u => SELECT id FROM u
