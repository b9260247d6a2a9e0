-- Sequences, and the tables that own them.

-- expect: defines sequence s.q, access exclusive
CREATE SEQUENCE s.q AS int START 5;

-- expect: defines sequence q, access exclusive
-- expect: defines table s.t, access share
CREATE TEMP SEQUENCE q OWNED BY s.t.c;

-- expect: defines sequence q, share row exclusive
ALTER SEQUENCE q RESTART WITH 3;

-- expect: defines sequence q, share row exclusive
-- expect: defines table t, access share
ALTER SEQUENCE q OWNED BY t.c;

-- expect: defines sequence q, share row exclusive
ALTER SEQUENCE q OWNED BY NONE;

-- expect: defines sequence q, access exclusive
ALTER SEQUENCE q SET LOGGED;

-- expect: defines sequence q, access exclusive
ALTER SEQUENCE q RENAME TO r;
