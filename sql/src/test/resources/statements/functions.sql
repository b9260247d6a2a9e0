-- Functions that reach relations through their arguments: constant names and SQL are read, computed
-- ones are opaque.

-- expect: calls query_to_xml
-- expect: reads relation users, access share
SELECT query_to_xml('SELECT * FROM users', true, false, '');

-- expect: calls pg_catalog.query_to_xml
-- expect: reads relation users, access share
SELECT pg_catalog.query_to_xml(query => 'SELECT * FROM ' || 'users', nulls => true, tableforest => false, targetns => '');

-- expect: calls query_to_xml
-- expect: writes relation users, row exclusive
-- expect: calls f
SELECT query_to_xml('WITH d AS (DELETE FROM users RETURNING f(id)) SELECT * FROM d', true, false, '');

-- expect: calls query_to_xml
-- expect: opaque
-- expect: reads relation t, access share
SELECT query_to_xml(q, true, false, '') FROM t;

-- expect: calls table_to_xml
-- expect: reads relation users, access share
-- expect: calls table_to_xmlschema
-- expect: reads relation auth.users
SELECT table_to_xml('users', true, false, ''), table_to_xmlschema('auth.users', true, false, '');

-- expect: calls schema_to_xml
-- expect: opaque
SELECT schema_to_xml('auth', true, false, '');

-- expect: calls database_to_xml
-- expect: opaque
SELECT database_to_xml(true, false, '');

-- expect: calls ts_stat
-- expect: reads relation documents, access share
SELECT * FROM ts_stat('SELECT body FROM documents');

-- expect: calls to_tsquery
-- expect: calls ts_rewrite
-- expect: reads relation aliases, access share
SELECT ts_rewrite(to_tsquery('a'), 'SELECT a, b FROM aliases');

-- expect: calls to_tsquery
-- expect: calls to_tsquery
-- expect: calls to_tsquery
-- expect: calls ts_rewrite
SELECT ts_rewrite(to_tsquery('a'), to_tsquery('b'), to_tsquery('c'));

-- expect: calls dblink
-- expect: opaque
SELECT * FROM dblink('dbname=shop', 'DELETE FROM users') AS t (id int);

-- expect: calls x.dblink_exec
-- expect: opaque
SELECT x.dblink_exec('c', 'DELETE FROM users');

-- expect: calls crosstab
-- expect: reads relation users, access share
-- expect: reads relation kinds, access share
SELECT * FROM crosstab('SELECT a, b, c FROM users', 'SELECT DISTINCT b FROM kinds') AS t (a int, b int);

-- expect: calls crosstab
-- expect: reads relation users, access share
SELECT * FROM crosstab('SELECT a, b, c FROM users', 2) AS t (a int, b int);

-- expect: calls connectby
-- expect: reads relation users, access share
SELECT * FROM connectby('users', 'id', 'parent', '1', 0) AS t (id int, parent int, level int);

-- expect: calls normal_rand
SELECT normal_rand(10, 0, 1);

-- expect: calls xpath_table
-- expect: reads relation documents, access share
SELECT * FROM xpath_table('id', 'body', 'documents', '/a', 'true') AS t (id int);

-- expect: calls setval
-- expect: writes relation users_id_seq
SELECT setval('users' || '_id_seq', 1);

-- expect: calls setval
-- expect: opaque
-- expect: reads relation t, access share
-- expect: names column t.name
SELECT setval(t.name, 1) FROM t;

-- expect: calls nextval
-- expect: opaque
-- expect: reads relation t, access share
-- expect: names column t.name
SELECT nextval((t.name || '_seq')::regclass) FROM t;

-- expect: calls pg_get_serial_sequence
-- expect: reads relation users
-- expect: calls setval
-- expect: writes relation users
SELECT setval(pg_get_serial_sequence('users', 'id'), 1);

-- expect: calls currval
-- expect: reads relation users_id_seq
-- expect: calls lastval
SELECT currval('users_id_seq'), lastval();

-- A computed name that only looks a relation up reads nothing.
-- expect: calls pg_relation_size
-- expect: reads relation pg_class, access share
SELECT pg_relation_size(oid) FROM pg_class;

-- expect: calls lo_unlink
-- expect: opaque
SELECT lo_unlink(12345);

-- expect: calls lo_create
SELECT lo_create(0);

-- expect: calls create_hypertable
-- expect: defines relation users
SELECT create_hypertable('users', 'at', migrate_data => true);

-- expect: calls drop_chunks
-- expect: opaque
-- expect: reads relation t, access share
-- expect: names column t.name
SELECT drop_chunks(t.name, INTERVAL '1 day') FROM t;

-- expect: calls partman.create_parent
-- expect: defines relation auth.users
SELECT partman.create_parent(p_parent_table := 'auth.users', p_control := 'at', p_interval := '1 day');

-- expect: calls cron.schedule
-- expect: writes relation users, row exclusive
SELECT cron.schedule('nightly', '0 3 * * *', 'DELETE FROM users');

-- expect: calls cron.schedule
-- expect: writes relation users, row exclusive
SELECT cron.schedule('0 3 * * *', $$DELETE FROM users$$);

-- expect: calls cron.schedule_in_database
-- expect: opaque
SELECT cron.schedule_in_database('a', '0 3 * * *', 'DELETE FROM users', 'shop');

-- A function of another schema with a common name is not the extension's.
-- expect: calls app.schedule
SELECT app.schedule('0 3 * * *', 'DELETE FROM users');

-- expect: calls pg_prewarm
-- expect: reads relation users, access share
-- expect: calls pgstattuple
-- expect: reads relation users, access share
-- expect: calls pg_truncate_visibility_map
-- expect: defines relation users
SELECT pg_prewarm('users'), pgstattuple('users'), pg_truncate_visibility_map('users');

-- expect: reads relation users
-- expect: calls heap_force_kill
-- expect: writes relation users
SELECT heap_force_kill('users'::regclass, ARRAY['(0,1)']::tid[]);

-- expect: calls create_distributed_table
-- expect: defines relation users
SELECT create_distributed_table('users', 'id');

-- expect: calls addgeometrycolumn
-- expect: defines relation places
SELECT AddGeometryColumn('places', 'geom', 4326, 'POINT', 2);

-- expect: calls addgeometrycolumn
-- expect: opaque
SELECT AddGeometryColumn('', 'public', 'places', 'geom', 4326, 'POINT', 2);

-- expect: calls set_config
-- expect: opaque
-- expect: reads relation t, access share
-- expect: names column t.name
SELECT set_config(t.name, 'x', true) FROM t;

-- expect: calls set_config
-- expect: opaque
-- expect: reads relation t, access share
-- expect: names column t.name
SELECT set_config('search_path', t.name, true) FROM t;

-- expect: calls set_config
-- expect: reads relation t, access share
-- expect: names column t.name
SELECT set_config('my.variable', t.name, true) FROM t;
