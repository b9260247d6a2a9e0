CREATE EXTENSION citext;
CREATE TABLE t (id int PRIMARY KEY, name text, doc jsonb, js json, ct citext, d date, a1 date DEFAULT '20200105', a2 date DEFAULT '2020/01/06', b1 interval DEFAULT '3 4:05:06', b2 interval DEFAULT '2-3', b3 interval DEFAULT '2.5 days', k1 cidr DEFAULT '2001:DB8::/32', e1 bytea DEFAULT '\x de ad', qty int, price numeric(10,2));
CREATE TABLE u (id int PRIMARY KEY, t_id int, label text, n numeric);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p1 ON t USING (name = current_setting('app.x', true)::text AND id = (current_setting('app.id'))::int);
CREATE INDEX i1 ON t ((doc->>'x')) WHERE (doc->>'y')::text = 'z';
CREATE VIEW r1 AS SELECT x.a, x.b FROM t, json_to_recordset(t.js) AS x(a int, b text);
CREATE VIEW r2 AS SELECT * FROM jsonb_to_record('{"a":1}') AS x(a int, b varchar(5), c numeric(5,2));
CREATE VIEW r3 AS SELECT t.id, e.* FROM t CROSS JOIN LATERAL jsonb_to_recordset(doc->'items') AS e(sku text, n int, dd date, ar text[]);
CREATE VIEW r4 AS SELECT r.* FROM t, jsonb_populate_recordset(NULL::u, t.doc) r;
CREATE VIEW r5 AS SELECT p.label FROM t LEFT JOIN LATERAL jsonb_populate_record(null::u, doc) p ON true;
CREATE VIEW r6 AS SELECT * FROM unnest(ARRAY[1,2], ARRAY['a','b']) AS x(n, s);
CREATE VIEW r7 AS SELECT * FROM generate_series('2020-01-01'::date, '2020-02-01', '1 day') AS day;
CREATE VIEW r8 AS SELECT d::date FROM generate_series(date '2020-03-01', current_date, interval '1 month') d;
CREATE VIEW c1 AS SELECT lower(name)::citext AS n, ct || 'x' AS m, upper(ct) AS o FROM t WHERE lower(ct) = 'q';
CREATE TABLE s1 AS SELECT id, name, qty + 1 AS q, 'x' AS k, now() AS n, price, price * 2 AS p, count(*) OVER () FROM t;
CREATE TABLE s2 (a, b) AS SELECT id, coalesce(name, '') FROM t WITH NO DATA;
SELECT id, label INTO s3 FROM u;
-- not: '20200105' => '20200106'
-- not: '2020/01/06' => '2020/01/07'
-- not: '3 4:05:06' => '3 4:05:07'
-- not: '2-3' => '2-4'
-- not: '2.5 days' => '2.6 days'
-- not: 2001:DB8 => 2001:DB9
-- not: '\x de ad' => '\x de ae'
-- not: 'app.x', true => 'app.x', false
-- not: 'app.id' => 'app.ix'
-- not: doc->>'x' => doc->>'w'
-- not: doc->>'y' => doc->>'w'
-- not: AS x(a int, b text) => AS x(a int, b varchar)
-- not: {"a":1} => {"a":2}
-- not: numeric(5,2)) => numeric(5,3))
-- not: dd date, ar => dd timestamp, ar
-- not: e(sku text, n int => e(n int, sku text
-- not: NULL::u, t.doc => NULL::t, t.doc
-- not: ARRAY['a','b']) => ARRAY['a','c'])
-- not: '2020-02-01', '1 day' => '2020-02-01', '2 days'
-- not: '2020-02-01', '1 day' => '2020-02-02', '1 day'
-- not: '1 month' => '1 week'
-- not: lower(name)::citext => lower(name)
-- not: ct || 'x' => ct || 'y'
-- not: upper(ct) => lower(ct)
-- not: lower(ct) = 'q' => ct = 'q'
-- not: qty + 1 AS q => qty + 1.5 AS q
-- not: 'x' AS k => now() AS k
-- not: id, coalesce(name, '') => id, qty
