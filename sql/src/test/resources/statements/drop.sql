-- Dropping objects of every kind. What a cascade reaches, only a schema tells.

-- expect: defines table a, access exclusive
-- expect: defines table b.c, access exclusive
-- expect: defines table "D".e, access exclusive
DROP TABLE a, b.c, "D".e CASCADE;

-- expect: defines table a, access exclusive
DROP TABLE IF EXISTS a;

-- expect: defines view v, access exclusive
DROP VIEW v;

-- expect: defines materialized view m, access exclusive
DROP MATERIALIZED VIEW IF EXISTS m CASCADE;

-- expect: defines sequence s.q, access exclusive
DROP SEQUENCE s.q;

-- expect: defines foreign table f, access exclusive
DROP FOREIGN TABLE f;

-- expect: defines index i, access exclusive
-- expect: defines index s.j, access exclusive
DROP INDEX i, s.j;

-- expect: defines index i, share update exclusive
DROP INDEX CONCURRENTLY IF EXISTS i;

-- expect: defines trigger t on s.u, access exclusive
DROP TRIGGER t ON s.u CASCADE;

-- expect: defines rule r on t, access exclusive
DROP RULE IF EXISTS r ON t;

-- expect: defines policy p on t, access exclusive
DROP POLICY p ON t;

-- expect: defines type s.t
-- expect: defines type u
DROP TYPE IF EXISTS s.t, u CASCADE;

-- expect: defines domain d
DROP DOMAIN d;

-- expect: defines function f
-- expect: defines function s.g(integer, text[])
DROP FUNCTION f, s.g(integer, text[]) CASCADE;

-- expect: defines procedure p(text)
DROP PROCEDURE p(OUT a int, b text);

-- expect: defines routine r()
DROP ROUTINE r();

-- expect: defines aggregate a(*)
-- expect: defines aggregate b(double precision ORDER BY integer)
DROP AGGREGATE a(*), b(float8 ORDER BY int);

-- expect: defines operator s.+(integer, integer)
-- expect: defines operator -(NONE, bigint)
DROP OPERATOR s.+ (int, int), - (NONE, int8);

-- expect: defines operator class c using btree
DROP OPERATOR CLASS c USING btree;

-- expect: defines operator family s.c using gin
DROP OPERATOR FAMILY IF EXISTS s.c USING gin CASCADE;

-- expect: defines cast (integer as s.t)
DROP CAST (int4 AS s.t);

-- expect: defines transform for hstore language plpython3u
DROP TRANSFORM FOR hstore LANGUAGE plpython3u;

-- expect: defines collation c
DROP COLLATION c;

-- expect: defines conversion c
DROP CONVERSION c;

-- expect: defines statistics s.x
DROP STATISTICS s.x;

-- expect: defines text search configuration c
DROP TEXT SEARCH CONFIGURATION c;

-- expect: defines text search dictionary d
DROP TEXT SEARCH DICTIONARY IF EXISTS d CASCADE;

-- expect: defines access method m
DROP ACCESS METHOD m;

-- expect: defines event trigger e
DROP EVENT TRIGGER e;

-- expect: defines extension "uuid-ossp"
-- expect: defines extension hstore
DROP EXTENSION IF EXISTS "uuid-ossp", hstore CASCADE;

-- expect: defines foreign data wrapper w
DROP FOREIGN DATA WRAPPER w;

-- expect: defines language l
DROP PROCEDURAL LANGUAGE l;

-- expect: defines publication p
-- expect: defines publication q
DROP PUBLICATION p, q;

-- expect: defines subscription s
DROP SUBSCRIPTION s;

-- expect: defines schema a
-- expect: defines schema b
DROP SCHEMA a, b CASCADE;

-- expect: defines server s
DROP SERVER s;

-- expect: defines user mapping for current_user server s
DROP USER MAPPING IF EXISTS FOR CURRENT_USER SERVER s;

-- expect: defines role a
-- expect: defines role b
DROP ROLE a, b;

-- expect: defines role a
DROP USER IF EXISTS a;

-- expect: defines role a
DROP GROUP a;

-- expect: defines database d
DROP DATABASE d WITH (FORCE);

-- expect: defines tablespace t
DROP TABLESPACE t;

DROP OWNED BY a, b CASCADE;

-- expect: defines property graph g, access exclusive
DROP PROPERTY GRAPH g;
