-- VACUUM, ANALYZE, CLUSTER, REINDEX, REPACK.

VACUUM;

-- expect: defines table a, access exclusive
-- expect: defines table s.b, access exclusive
VACUUM FULL VERBOSE ANALYZE a (x, y), s.b;

-- expect: defines table a, share update exclusive
VACUUM (FULL false, PARALLEL 2) a;

-- expect: defines table a, access exclusive
VACUUM (FULL) ONLY a;

ANALYZE;

-- expect: defines table a, share update exclusive
-- expect: defines table b, share update exclusive
ANALYZE VERBOSE a (x), b;

CLUSTER;

-- expect: defines table s.t, access exclusive
-- expect: defines index s.i, access exclusive
CLUSTER s.t USING i;

-- expect: defines table s.t, access exclusive
-- expect: defines index s.i, access exclusive
CLUSTER VERBOSE i ON s.t;

-- expect: defines index i, access exclusive
REINDEX INDEX i;

-- expect: defines table s.t, share
REINDEX TABLE s.t;

-- expect: defines table t, share update exclusive
REINDEX TABLE CONCURRENTLY t;

-- expect: defines index i, share update exclusive
REINDEX (CONCURRENTLY, VERBOSE) INDEX i;

-- expect: defines table t, share
REINDEX (CONCURRENTLY off) TABLE t;

-- expect: defines schema s
REINDEX SCHEMA s;

REINDEX DATABASE;

-- expect: defines database d
REINDEX SYSTEM d;

REPACK;

-- expect: defines table t, share update exclusive
REPACK (CONCURRENTLY) t USING INDEX;

-- expect: defines table s.t, access exclusive
-- expect: defines index s.i, access exclusive
REPACK s.t USING INDEX i;
