-- Tables and what their definitions name: parents, sources, types, servers, sequences.

-- expect: defines table s.t, access exclusive
CREATE TABLE s.t (id bigserial PRIMARY KEY, a int NOT NULL DEFAULT 3);

-- expect: defines table t, access exclusive
-- expect: references table p, share row exclusive
-- expect: references table s.q, share row exclusive
CREATE TABLE t (a int REFERENCES p, b int, FOREIGN KEY (b) REFERENCES s.q (x));

-- expect: defines table t, access exclusive
-- expect: defines table c, share update exclusive
-- expect: defines table s.d, share update exclusive
-- expect: reads relation a, access share
-- expect: reads relation s.b, access share
CREATE TABLE t (LIKE a INCLUDING ALL, LIKE s.b) INHERITS (c, s.d);

-- expect: defines table t, access exclusive
-- expect: reads relation s.q
-- expect: calls nextval
-- expect: writes relation s.q
-- expect: calls f
CREATE TABLE t (a int DEFAULT nextval('s.q'::regclass), b text DEFAULT f(1));

-- expect: defines table t, access exclusive
-- expect: defines table s.p, access exclusive
CREATE TABLE t PARTITION OF s.p FOR VALUES FROM (1) TO (2);

-- expect: defines table t, access exclusive
-- expect: reads type s.kind, access share
CREATE TABLE t OF s.kind (PRIMARY KEY (a));

-- expect: defines table t, access exclusive
-- expect: reads relation a, access share
-- expect: reads relation b, access share
CREATE TABLE t AS WITH c AS (SELECT * FROM a) SELECT * FROM c JOIN b USING (x);

-- expect: defines table t, access exclusive
-- expect: opaque
CREATE TABLE t AS EXECUTE prepared(1);

-- expect: defines foreign table t, access exclusive
-- expect: reads server elsewhere
CREATE FOREIGN TABLE t (a int OPTIONS (column_name 'x')) SERVER elsewhere;
