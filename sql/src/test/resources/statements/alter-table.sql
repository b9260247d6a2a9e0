-- One effect an action, each with its own lock; other tables where the action reaches them.

-- expect: defines table s.t, access exclusive
-- expect: defines table s.t, access exclusive
ALTER TABLE ONLY s.t ADD COLUMN a int DEFAULT 3, DROP COLUMN b;

-- expect: defines table t, access exclusive
-- expect: defines table t, access exclusive
-- expect: references table p, share row exclusive
-- expect: defines table t, access exclusive
ALTER TABLE t ADD a int REFERENCES p CHECK (a > 0);

-- expect: defines table t, share row exclusive
-- expect: references table s.p, share row exclusive
ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES s.p NOT VALID;

-- expect: defines table t, access exclusive
-- expect: calls f
ALTER TABLE t ADD CONSTRAINT c CHECK (f(a)) NOT VALID;

-- expect: defines table t, share update exclusive
ALTER TABLE t VALIDATE CONSTRAINT c;

-- expect: defines table s.t, access exclusive
-- expect: defines index s.i, share update exclusive
ALTER TABLE s.t ADD CONSTRAINT c PRIMARY KEY USING INDEX i;

-- expect: defines table t, access exclusive
-- expect: defines table t, share update exclusive
ALTER TABLE t ALTER a TYPE bigint USING a::bigint, ALTER b SET STATISTICS 100;

-- expect: defines table t, share update exclusive
-- expect: defines table t, access exclusive
ALTER TABLE t ALTER a SET (n_distinct = 5), ALTER a SET STORAGE plain;

-- expect: defines table t, share update exclusive
ALTER TABLE t SET (fillfactor = 70);

-- expect: defines table t, access exclusive
ALTER TABLE t SET (user_catalog_table = true);

-- expect: defines table s.t, share update exclusive
-- expect: defines index s.i, share update exclusive
ALTER TABLE s.t CLUSTER ON i;

-- expect: defines table t, share row exclusive
ALTER TABLE t DISABLE TRIGGER ALL;

-- expect: defines table t, access exclusive
ALTER TABLE t ENABLE ROW LEVEL SECURITY;

-- expect: defines table t, share update exclusive
-- expect: defines table s.p, access exclusive
ALTER TABLE t ATTACH PARTITION s.p DEFAULT;

-- expect: defines table t, access exclusive
-- expect: defines table p, access exclusive
ALTER TABLE t DETACH PARTITION p;

-- expect: defines table t, share update exclusive
-- expect: defines table p, access exclusive
ALTER TABLE t DETACH PARTITION p CONCURRENTLY;

-- expect: defines table t, access exclusive
-- expect: defines table a, access exclusive
-- expect: defines table b, access exclusive
-- expect: defines table c, access exclusive
ALTER TABLE t MERGE PARTITIONS (a, b) INTO c;

-- expect: defines table t, access exclusive
-- expect: defines table p, share update exclusive
ALTER TABLE t INHERIT p;

-- expect: defines table t, access exclusive
-- expect: references table p, access share
ALTER TABLE t NO INHERIT p;

-- expect: defines table t, access exclusive
ALTER TABLE t RENAME TO u;

-- expect: defines column t.a, access exclusive
ALTER TABLE t RENAME a TO b;

-- expect: defines constraint a on t, access exclusive
ALTER TABLE t RENAME CONSTRAINT a TO b;

-- expect: defines table t, access exclusive
ALTER TABLE t SET SCHEMA s;

-- expect: defines table t, access exclusive
ALTER TABLE t OWNER TO bob;

-- expect: reads tablespace a
ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b;

-- expect: defines foreign table t, access exclusive
ALTER FOREIGN TABLE t ALTER a OPTIONS (SET column_name 'y');

-- expect: defines view v, access exclusive
ALTER VIEW v SET (security_barrier);

-- expect: defines materialized view m, share update exclusive
ALTER MATERIALIZED VIEW m SET (fillfactor = 70);
