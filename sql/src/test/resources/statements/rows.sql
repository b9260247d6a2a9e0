-- Reading, writing and locking rows.

-- expect: reads relation users, access share
SELECT * FROM users;

-- expect: calls max
-- expect: reads relation c, access share
-- expect: reads relation a, access share
-- expect: reads relation s.b, access share
-- expect: reads relation d, access share
-- expect: names column a.id
-- expect: names column d.id
SELECT (SELECT max(x) FROM c) FROM a JOIN s.b USING (id) LEFT JOIN ONLY d ON a.id = d.id;

-- A common table expression hides the table of its name, but not in its own text.
-- expect: reads relation users, access share
WITH users AS (SELECT * FROM users WHERE active) SELECT * FROM users;

-- With RECURSIVE it is seen there too, and so are those that come later.
-- expect: reads relation t, access share
-- expect: reads relation public.b, access share
WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT * FROM a UNION SELECT * FROM t) SELECT * FROM a, public.b;

-- It is seen in subqueries, and not behind its query.
-- expect: reads relation x, access share
SELECT * FROM (WITH x AS (SELECT 1) SELECT * FROM (SELECT * FROM x) y) z, x;

-- A table that is written is never a common table expression.
-- expect: writes relation queue, row exclusive
-- expect: writes relation gone, row exclusive
WITH gone AS (DELETE FROM queue WHERE done RETURNING *) INSERT INTO gone SELECT * FROM gone;

-- expect: reads relation a, row share
-- expect: reads relation b, row share
-- expect: reads relation d, row share
-- expect: reads relation f, access share
SELECT * FROM a, b AS c, (SELECT * FROM d) e WHERE EXISTS (SELECT FROM f) FOR UPDATE;

-- expect: reads relation a, access share
-- expect: reads relation b, row share
-- expect: reads relation d, row share
SELECT * FROM a, b AS c, (SELECT * FROM d) e FOR NO KEY UPDATE OF c SKIP LOCKED FOR SHARE OF e;

-- expect: calls generate_series
-- expect: calls f
-- expect: calls s.g
SELECT * FROM LATERAL generate_series(1, 10) WITH ORDINALITY AS g (n, o), ROWS FROM (f(1), s.g(2) AS (a int)) r;

-- expect: reads relation users, access share
TABLE users;

-- expect: reads relation t, access share
VALUES (1, (SELECT 2 FROM t));

-- expect: defines table copy, access exclusive
-- expect: reads relation users, access share
SELECT a INTO TEMP copy FROM users;

-- expect: defines table temp, access exclusive
-- expect: reads relation users, access share
SELECT a INTO temp FROM users;

-- expect: defines table unlogged, access exclusive
SELECT 1 AS a INTO TABLE unlogged;

-- expect: defines table local, access exclusive
SELECT 1 AS a INTO local WHERE true;

-- expect: defines table temporary, access exclusive
SELECT 1 AS a INTO LOCAL TEMP temporary;

-- expect: calls nextval
-- expect: writes relation ids
-- expect: calls currval
-- expect: reads relation s."Odd"
-- expect: reads relation public.users
-- expect: calls pg_get_serial_sequence
-- expect: reads relation users
SELECT nextval('ids'), currval('s."Odd"'), 'public.users'::regclass, pg_get_serial_sequence('users', 'id');

-- expect: calls set_config
SELECT set_config('search_path', 'billing, public', false);

-- expect: reads relation docs, access share
SELECT * FROM xmltable('/r' PASSING (SELECT doc FROM docs) COLUMNS id int PATH '@id', o FOR ORDINALITY);

-- expect: reads relation docs, access share
SELECT * FROM json_table((SELECT doc FROM docs), '$[*]' COLUMNS (id int PATH '$.id', NESTED PATH '$.x[*]' COLUMNS (y text)));

-- expect: writes relation users, row exclusive
-- expect: reads relation old_users, access share
-- expect: names column users.name
INSERT INTO users (id, name) SELECT id, name FROM old_users ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING id;

-- expect: writes relation users, row exclusive
-- expect: reads relation t, access share
-- expect: reads relation v, access share
-- expect: names column users.id
-- expect: names column v.id
UPDATE ONLY users u SET (a, b) = (SELECT 1, 2 FROM t), c = DEFAULT FROM v WHERE u.id = v.id;

-- expect: writes relation users, row exclusive
-- expect: reads relation gone, access share
-- expect: names column users.id
-- expect: names column gone.id
DELETE FROM users USING gone WHERE users.id = gone.id;

-- expect: writes relation stock, row exclusive
-- expect: reads relation delivery, access share
-- expect: names column stock.id
-- expect: names column record.id
-- expect: names column record.n
MERGE INTO stock s USING (SELECT * FROM delivery) d ON s.id = d.id WHEN MATCHED AND d.n = 0 THEN DELETE WHEN MATCHED THEN UPDATE SET n = d.n WHEN NOT MATCHED BY SOURCE THEN DO NOTHING WHEN NOT MATCHED THEN INSERT (id, n) VALUES (d.id, d.n);

-- expect: writes relation users, row exclusive
COPY users (id) FROM stdin WITH (FORMAT csv, HEADER match);
1
\.
-- expect: reads relation users, access share
COPY users TO '/tmp/users';

-- expect: reads relation users, access share
COPY (SELECT * FROM users) TO stdout;

-- expect: writes table users, access exclusive
-- expect: writes table posts, access exclusive
TRUNCATE users, ONLY posts RESTART IDENTITY CASCADE;

-- expect: reads relation users, share update exclusive
-- expect: reads relation posts, share update exclusive
LOCK TABLE users, ONLY posts IN SHARE UPDATE EXCLUSIVE MODE NOWAIT;

-- expect: reads relation users, row exclusive
EXPLAIN DELETE FROM users;

-- expect: writes relation users, row exclusive
EXPLAIN (ANALYZE, BUFFERS) DELETE FROM users;

-- expect: reads relation copy
-- expect: reads relation users, access share
EXPLAIN (ANALYZE false) CREATE TABLE copy AS SELECT * FROM users;

-- expect: reads relation users, access share
PREPARE q (int) AS SELECT * FROM users WHERE id = $1;

EXECUTE q (1);

-- expect: opaque
EXECUTE other;

-- expect: reads relation users, access share
DECLARE c NO SCROLL CURSOR WITH HOLD FOR SELECT * FROM users;

FETCH FORWARD 10 FROM c;

-- expect: writes relation users, row exclusive
UPDATE users SET a = 1 WHERE CURRENT OF c;

CLOSE c;
