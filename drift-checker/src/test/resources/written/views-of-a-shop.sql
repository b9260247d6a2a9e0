CREATE SCHEMA app;
CREATE TYPE app.status AS ENUM ('new','paid','done');
CREATE TABLE app.users (
  id bigserial PRIMARY KEY,
  email varchar(255) NOT NULL,
  name text,
  created_at timestamptz DEFAULT now(),
  active boolean DEFAULT true,
  meta jsonb,
  org_id int);
CREATE TABLE app.orders (
  id bigserial PRIMARY KEY,
  user_id bigint REFERENCES app.users,
  status app.status,
  total numeric(10,2),
  qty int,
  created_at timestamptz,
  note varchar(20));
CREATE TABLE public.orgs (
  id serial PRIMARY KEY,
  name varchar(50));
SET search_path = app, public;
CREATE VIEW v1 AS SELECT u.*, o.name AS org FROM users u LEFT JOIN orgs o ON o.id = u.org_id WHERE u.active;
CREATE VIEW v2 AS SELECT u.id, u.email, count(o.id) AS orders, coalesce(sum(o.total), 0) AS revenue FROM users u LEFT JOIN orders o ON o.user_id = u.id AND o.status IN ('paid', 'done') GROUP BY u.id, u.email;
CREATE VIEW v3 AS SELECT date_trunc('day', created_at)::date AS day, status, count(*), sum(total * qty) FROM orders WHERE created_at >= now() - interval '30 days' GROUP BY 1, 2 ORDER BY 1, 2;
CREATE VIEW v4 AS WITH last AS (SELECT DISTINCT ON (user_id) user_id, total, created_at FROM orders ORDER BY user_id, created_at DESC), sums AS (SELECT user_id, sum(total) AS s FROM orders GROUP BY user_id) SELECT u.id, l.total, s.s FROM users u JOIN last l ON l.user_id = u.id JOIN sums s USING (user_id);
CREATE VIEW v5 AS SELECT id, CASE status WHEN 'new' THEN 'open' WHEN 'paid' THEN 'open' ELSE 'closed' END AS state FROM orders WHERE status <> 'done' AND note IS NOT NULL;
CREATE VIEW v6 AS SELECT *, row_number() OVER (PARTITION BY user_id ORDER BY created_at DESC, id) AS rn FROM orders;
CREATE VIEW v7 AS SELECT * FROM v6 WHERE rn = 1;
CREATE VIEW v8 AS SELECT id, email, meta->>'plan' AS plan, (meta->'limits'->>'max')::int AS max, meta ? 'x' AS has_x, meta @> '{"a": [1, 2]}' AS c FROM users;
CREATE VIEW v9 AS SELECT u.id FROM users u WHERE NOT EXISTS (SELECT 1 FROM orders WHERE user_id = u.id AND status = 'paid');
CREATE VIEW v10 AS SELECT id, email FROM users WHERE email ILIKE '%@x.com' UNION SELECT id, note FROM orders WHERE note LIKE 'a%' ORDER BY 2 LIMIT 5;
CREATE VIEW v11 AS SELECT u.id, (SELECT count(*) FROM orders o WHERE o.user_id = u.id) AS n, (SELECT max(total) FROM orders WHERE user_id = u.id) FROM users u;
CREATE VIEW v12 AS SELECT o.id, extract(epoch FROM (now() - o.created_at)) / 3600 AS hours, round(o.total / nullif(o.qty, 0), 2) AS unit FROM orders o;
CREATE VIEW v13 AS SELECT u.id, string_agg(DISTINCT o.note, ',' ORDER BY o.note) AS notes, array_agg(o.id ORDER BY o.id DESC) FILTER (WHERE o.qty > 1) AS big FROM users u JOIN orders o ON u.id = o.user_id GROUP BY u.id HAVING count(*) FILTER (WHERE o.status = 'done') > 2;
CREATE VIEW v14 AS SELECT t.tag, u.id FROM users u CROSS JOIN LATERAL jsonb_array_elements_text(u.meta->'tags') AS t(tag);
CREATE VIEW v16 AS SELECT u.email AS who, o.total FROM app.users AS u, app.orders AS o WHERE u.id = o.user_id AND o.total BETWEEN 10 AND 20 AND u.created_at < '2024-01-01' AND o.created_at::date = current_date;
CREATE VIEW v18 AS SELECT (email || ' <' || name) || '>' AS x, concat_ws(' ', name, email) AS y, lower(trim(both from name)) AS z, left(email, 3), email::text AS t FROM users;
CREATE VIEW v19 AS SELECT id, sum(total) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run, lag(total, 1, 0) OVER (PARTITION BY user_id ORDER BY id) AS prev FROM orders;
CREATE VIEW v20 AS SELECT a.id, b.id AS other FROM users a JOIN users b ON a.org_id = b.org_id AND a.id < b.id;
CREATE VIEW v21 AS SELECT u.id, o.id AS oid FROM users u FULL JOIN orders o ON o.user_id = u.id;
CREATE VIEW v22 AS SELECT id, status = ANY (ARRAY['new','paid']::status[]) AS open, qty IN (1,2), total > qty AS gt, note || qty AS nq FROM orders;
CREATE VIEW v23 AS SELECT x.id FROM (SELECT id, user_id FROM orders WHERE total > 5) AS x JOIN users USING (id);
CREATE VIEW v24 AS SELECT id, to_char(created_at, 'YYYY') AS y, created_at AT TIME ZONE 'UTC' AS utc, (created_at + '1 day')::date AS nxt, created_at::timestamp AS ts FROM orders;
CREATE MATERIALIZED VIEW m1 AS SELECT user_id, count(*) AS n FROM orders GROUP BY user_id;
CREATE VIEW v25 AS SELECT m.n, u.name FROM m1 m INNER JOIN users u ON u.id = m.user_id ORDER BY m.n DESC NULLS LAST;
CREATE VIEW v26 AS SELECT user_id, jsonb_agg(jsonb_build_object('id', id, 'total', total) ORDER BY id) AS orders FROM orders GROUP BY user_id;
CREATE VIEW v27 AS SELECT count(*) AS n, count(*) FILTER (WHERE active) AS act, (count(*) FILTER (WHERE active))::numeric / nullif(count(*), 0) AS share FROM users;
CREATE VIEW v28 AS SELECT u.id FROM users u WHERE u.org_id = (SELECT id FROM orgs WHERE name = 'x') AND u.id NOT IN (SELECT user_id FROM orders) AND u.id = ANY (SELECT o.user_id FROM orders o);
CREATE VIEW v29 AS WITH RECURSIVE t AS (SELECT id, org_id FROM users WHERE org_id IS NULL UNION ALL SELECT u.id, u.org_id FROM users u JOIN t ON t.id = u.org_id) SELECT * FROM t;
CREATE VIEW v30 AS SELECT sum(qty) AS s, sum(qty) * 1.5 AS t, sum(total) / 2 AS u, avg(qty) + 1 AS v, min(total) - 1 AS w, 100 * count(*) / 7 AS x, (100.0 * count(*))::int AS y FROM orders;
CREATE VIEW v31 AS SELECT user_id, status FROM orders GROUP BY ROLLUP (user_id, status);
CREATE VIEW v33 AS SELECT id FROM orders WHERE (user_id, status) = (1, 'new') OR (user_id, qty) IN (SELECT 1, 2);
CREATE VIEW v34 AS SELECT u.id, o.* FROM users u JOIN LATERAL (SELECT total, qty FROM orders WHERE user_id = u.id ORDER BY created_at DESC LIMIT 3) o ON true;
CREATE VIEW v35 AS SELECT 'a'::varchar(10) AS a, 1::bigint AS b, 1.5 AS c, NULL::int AS d, now()::date AS e, ARRAY[1,2] AS f, '{}'::jsonb AS g, interval '1 hour' AS h, true AS i, -1 AS j, E'a\tb' AS k, date '2020-01-01' AS l;
CREATE VIEW v36 AS SELECT greatest(total, 0) AS a, least(qty, 5) AS b, abs(qty - 3) AS c, mod(qty, 2) AS d, qty % 2 = 0 AS e, total::int AS f, round(total) AS g, floor(total / 10) * 10 AS h, -total AS j, qty::text || 'x' AS k FROM orders;
CREATE VIEW v37 AS SELECT id FROM users WHERE name ~ '^a' AND name !~* 'b$' AND name NOT LIKE '%c' AND name SIMILAR TO 'd%' AND length(name) > 3 AND name > 'a' AND email = name AND lower(email) IN ('a', 'b');
CREATE VIEW v38 AS SELECT id FROM users WHERE active IS NOT TRUE AND active = false AND NOT (active AND org_id > 3) AND (org_id IS NULL OR org_id <> 4) AND org_id IS DISTINCT FROM 5;
CREATE VIEW v39 AS SELECT user_id uid, total t FROM orders ORDER BY t, uid DESC OFFSET 3;
CREATE VIEW v40 AS SELECT name, org_id FROM users GROUP BY name, org_id HAVING max(created_at) > '2020-01-01' ORDER BY name COLLATE "C";
-- not: o.id = u.org_id WHERE u.active => o.id = u.org_id WHERE NOT u.active
-- not: LEFT JOIN orders o ON o.user_id = u.id AND => JOIN orders o ON o.user_id = u.id AND
-- not: ('paid', 'done') => ('paid', 'new')
-- not: coalesce(sum(o.total), 0) => coalesce(sum(o.total), 1)
-- not: date_trunc('day', created_at)::date => date_trunc('day', created_at)::timestamp
-- not: sum(total * qty) => sum(total + qty)
-- not: interval '30 days' => interval '1 month'
-- not: GROUP BY 1, 2 ORDER BY 1, 2; => GROUP BY 1, 2 ORDER BY 2, 1;
-- not: ORDER BY user_id, created_at DESC) => ORDER BY user_id, created_at)
-- not: sum(total) AS s FROM orders => max(total) AS s FROM orders
-- not: WHEN 'paid' THEN 'open' => WHEN 'paid' THEN 'closed'
-- not: created_at DESC, id) AS rn => created_at, id) AS rn
-- not: rn = 1 => rn = 2
-- not: 'limits'->>'max')::int => 'limits'->>'max')::bigint
-- not: [1, 2]}' AS c => [2, 1]}' AS c
-- not: WHERE user_id = u.id AND status = 'paid' => WHERE user_id = u.id AND status = 'done'
-- not: NOT EXISTS => EXISTS
-- not: ' UNION SELECT => ' UNION ALL SELECT
-- not: ORDER BY 2 LIMIT 5 => ORDER BY 1 LIMIT 5
-- not: o.created_at)) / 3600 => o.created_at)) / 60
-- not: nullif(o.qty, 0), 2) => nullif(o.qty, 0), 3)
-- not: DISTINCT o.note, ',' => o.note, ','
-- not: ORDER BY o.id DESC) FILTER => ORDER BY o.id) FILTER
-- not: FILTER (WHERE o.qty > 1) => FILTER (WHERE o.qty > 2)
-- not: count(*) FILTER (WHERE o.status = 'done') > 2 => count(*) FILTER (WHERE o.status = 'done') > 3
-- not: BETWEEN 10 AND 20 => BETWEEN 10 AND 21
-- not: o.created_at::date = current_date => o.created_at::date > current_date
-- not: UNBOUNDED PRECEDING AND CURRENT ROW => 1 PRECEDING AND CURRENT ROW
-- not: lag(total, 1, 0) => lag(total, 2, 0)
-- not: a.id < b.id => a.id > b.id
-- not: FULL JOIN => LEFT JOIN
-- not: total > qty AS gt => total < qty AS gt
-- not: total > 5) AS x => total > 6) AS x
-- not: AT TIME ZONE 'UTC' AS utc => AT TIME ZONE 'CET' AS utc
-- not: '1 day')::date AS nxt => '2 days')::date AS nxt
-- not: DESC NULLS LAST; => DESC;
-- not: 'total', total) ORDER BY id => 'total', total) ORDER BY total
-- not: (WHERE active))::numeric / nullif => (WHERE active)) / nullif
-- not: (SELECT id FROM orgs WHERE name = 'x') => (SELECT max(id) FROM orgs WHERE name = 'x')
-- not: u.id NOT IN (SELECT user_id => u.id NOT IN (SELECT id
-- not: 100 * count(*) / 7 AS x => 100 * (count(*) / 7) AS x
-- not: sum(qty) * 1.5 AS t => sum(qty) * 1.6 AS t
-- not: (100.0 * count(*))::int => (100 * count(*))::int
-- not: LIMIT 3) o => LIMIT 4) o
-- not: 'a'::varchar(10) AS a => 'a'::varchar(11) AS a
-- not: 1::bigint AS b => 1 AS b
-- not: NULL::int AS d => NULL::bigint AS d
-- not: email::text AS t => email AS t
-- not: total::int AS f => total::bigint AS f
-- not: least(qty, 5) => greatest(qty, 5)
-- not: floor(total / 10) * 10 => floor(total) / 10 * 10
-- not: name > 'a' => name >= 'a'
-- not: NOT (active AND org_id > 3) => NOT active AND org_id > 3
-- not: active IS NOT TRUE => active IS NOT FALSE
-- not: ORDER BY t, uid DESC => ORDER BY uid DESC, t
-- not: COLLATE "C" => COLLATE "POSIX"
-- not: max(created_at) > '2020-01-01' => max(created_at) >= '2020-01-01'
-- not: o.total FROM app.users AS u => o.qty FROM app.users AS u
-- not: org FROM users u LEFT JOIN orgs => org2 FROM users u LEFT JOIN orgs
-- not: (total, 0) AS a => (total, 0.5) AS a
-- not: '%@x.com' => '%@X.com'
