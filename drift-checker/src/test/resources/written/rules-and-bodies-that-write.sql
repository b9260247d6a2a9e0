CREATE TABLE t (id int PRIMARY KEY, qty int DEFAULT 1, name text UNIQUE, at timestamptz DEFAULT now());
CREATE TABLE u (id int PRIMARY KEY, t_id int, label text);
CREATE TABLE lg (a int DEFAULT 1, b text);
CREATE UNIQUE INDEX ON t (lower(name)) WHERE qty > 0;
CREATE VIEW vt AS SELECT id, qty, name FROM t;
CREATE RULE r1 AS ON INSERT TO u DO ALSO INSERT INTO t (id, name) VALUES (new.id, 'x') ON CONFLICT DO NOTHING;
CREATE RULE r2 AS ON UPDATE TO u DO ALSO INSERT INTO t (id, name) VALUES (new.t_id, new.label) ON CONFLICT (name) DO UPDATE SET qty = t.qty + excluded.qty, name = excluded.name || 'x' WHERE t.qty < 5;
CREATE RULE r5 AS ON UPDATE TO vt DO INSTEAD UPDATE t SET (qty, name) = (new.qty, new.name) WHERE id = old.id;
CREATE RULE r6 AS ON UPDATE TO lg DO ALSO UPDATE t SET (qty, name) = (SELECT max(id), 'x' FROM u WHERE t_id = t.id) WHERE t.id = new.a;
CREATE RULE r10 AS ON DELETE TO u DO ALSO INSERT INTO lg DEFAULT VALUES;
CREATE FUNCTION f1(a int, b text) RETURNS int LANGUAGE sql BEGIN ATOMIC
  INSERT INTO t AS x (id, name) VALUES (a, b) ON CONFLICT (id) DO UPDATE SET (qty, name) = ROW (x.qty + 1, b), at = '2020-01-01' RETURNING x.id;
END;
CREATE FUNCTION f2(a int) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO t (id, name) SELECT id, label FROM u WHERE t_id = a ON CONFLICT (lower(name)) WHERE qty > 0 DO NOTHING;
  INSERT INTO lg DEFAULT VALUES;
END;
CREATE FUNCTION f3(a int) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO t (id) VALUES (a) ON CONFLICT ON CONSTRAINT t_pkey DO UPDATE SET name = DEFAULT;
  SELECT id FROM t WHERE id = a FOR UPDATE;
END;
-- not: (new.id, 'x') ON CONFLICT DO NOTHING => (new.id, 'x')
-- not: t.qty + excluded.qty => t.qty - excluded.qty
-- not: excluded.name || 'x' => t.name || 'x'
-- not: WHERE t.qty < 5 => WHERE t.qty < 6
-- not: ON CONFLICT (name) => ON CONFLICT (id)
-- not: = (new.qty, new.name) => = (new.id, new.name)
-- not: SELECT max(id), 'x' => SELECT min(id), 'x'
-- not: TO u DO ALSO INSERT INTO lg DEFAULT VALUES => TO u DO ALSO INSERT INTO t (id) VALUES (1)
-- not: x.qty + 1 => x.qty + 2
-- not: '2020-01-01' => '2020-01-02'
-- not: RETURNING x.id => RETURNING x.qty
-- not: ON CONSTRAINT t_pkey => ON CONSTRAINT t_name_key
-- not: a FOR UPDATE => a
