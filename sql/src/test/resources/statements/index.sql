-- Indexes live in the schema of their table.

-- expect: defines index s.i, access exclusive
-- expect: defines table s.t, share
-- expect: calls lower
CREATE INDEX i ON s.t (a, lower(b)) WHERE c IS NULL;

-- expect: defines table t, share
CREATE UNIQUE INDEX ON t (a);

-- expect: defines index i, access exclusive
-- expect: defines table t, share update exclusive
CREATE INDEX CONCURRENTLY i ON t (a);

-- expect: defines index i, share update exclusive
ALTER INDEX i RENAME TO j;

-- expect: defines index i, share update exclusive
ALTER INDEX i SET (fillfactor = 70);

-- expect: defines index i, access exclusive
ALTER INDEX i SET (fastupdate = off);

-- expect: defines index i, access exclusive
ALTER INDEX i SET TABLESPACE fast;

-- expect: defines index s.i, share update exclusive
-- expect: defines index s.j, access exclusive
ALTER INDEX s.i ATTACH PARTITION s.j;

-- expect: defines index i, access exclusive
ALTER INDEX i DEPENDS ON EXTENSION e;
