-- Publications and subscriptions.

-- expect: defines publication p
CREATE PUBLICATION p;

-- expect: defines publication p
CREATE PUBLICATION p FOR ALL TABLES WITH (publish = 'insert, update');

-- expect: defines publication p
-- expect: defines table a, share update exclusive
-- expect: defines table s.b, share update exclusive
-- expect: references schema t
-- expect: references schema "current_schema"
CREATE PUBLICATION p FOR TABLE a (x, y) WHERE (x > 1), ONLY s.b, TABLES IN SCHEMA t, CURRENT_SCHEMA;

-- expect: defines publication p
-- expect: defines table a, share update exclusive
-- expect: defines table s.b, share update exclusive
CREATE PUBLICATION p FOR ALL TABLES EXCEPT (TABLE a, s.b), ALL SEQUENCES;

-- expect: defines publication p
-- expect: defines table a, share update exclusive
-- expect: defines table b, share update exclusive
ALTER PUBLICATION p ADD TABLE a, b (x);

-- expect: defines publication p
-- expect: references schema s
ALTER PUBLICATION p DROP TABLES IN SCHEMA s;

-- expect: defines publication p
-- expect: defines table a, share update exclusive
ALTER PUBLICATION p SET TABLE a;

-- expect: defines publication p
ALTER PUBLICATION p SET (publish_via_partition_root);

-- expect: defines publication p
ALTER PUBLICATION p OWNER TO bob;

-- expect: defines publication p
ALTER PUBLICATION p RENAME TO q;

-- expect: defines subscription s
CREATE SUBSCRIPTION s CONNECTION 'host=h user=u password=secret' PUBLICATION p, q;

-- expect: defines subscription s
CREATE SUBSCRIPTION s CONNECTION 'postgresql://u:secret@h/d' PUBLICATION p WITH (slot_name = NONE, create_slot = false);

-- expect: defines subscription s
CREATE SUBSCRIPTION s SERVER srv PUBLICATION p WITH (connect = off);

-- expect: defines subscription s
ALTER SUBSCRIPTION s CONNECTION 'host=other';

-- expect: defines subscription s
ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false);

-- expect: defines subscription s
ALTER SUBSCRIPTION s ADD PUBLICATION q;

-- expect: defines subscription s
ALTER SUBSCRIPTION s REFRESH PUBLICATION WITH (copy_data = false);

-- expect: defines subscription s
ALTER SUBSCRIPTION s REFRESH SEQUENCES;

-- expect: defines subscription s
ALTER SUBSCRIPTION s SET (slot_name = 'x');

-- expect: defines subscription s
ALTER SUBSCRIPTION s SET (failover);

-- expect: defines subscription s
ALTER SUBSCRIPTION s SKIP (lsn = '0/1');

-- expect: defines subscription s
ALTER SUBSCRIPTION s DISABLE;

-- expect: defines subscription s
ALTER SUBSCRIPTION s RENAME TO t;
