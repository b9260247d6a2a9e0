-- Schemas, extensions, statistics, text search, collations, conversions, access methods, property graphs.

-- expect: defines schema s
CREATE SCHEMA s;

-- expect: defines schema s
CREATE SCHEMA IF NOT EXISTS s AUTHORIZATION bob;

-- expect: defines schema bob
CREATE SCHEMA AUTHORIZATION bob;

-- expect: defines schema s
-- expect: defines table t, access exclusive
-- expect: defines index i, access exclusive
-- expect: defines table t, share
-- expect: defines table t
CREATE SCHEMA s CREATE TABLE t (a int) CREATE INDEX i ON t (a) GRANT SELECT ON t TO app;

-- expect: defines schema s
ALTER SCHEMA s RENAME TO t;

-- expect: defines schema s
ALTER SCHEMA s OWNER TO bob;

-- expect: defines extension "uuid-ossp"
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public VERSION '1.1' CASCADE;

-- expect: defines extension e
ALTER EXTENSION e UPDATE TO '2.0';

-- expect: defines extension e
ALTER EXTENSION e SET SCHEMA s;

-- expect: defines extension e
-- expect: defines table s.t, share update exclusive
ALTER EXTENSION e ADD TABLE s.t;

-- expect: defines extension e
-- expect: defines function f(integer)
ALTER EXTENSION e DROP FUNCTION f(int);

-- expect: calls lower
-- expect: defines statistics s.x
-- expect: defines table s.t, share update exclusive
CREATE STATISTICS s.x (mcv, dependencies) ON a, lower(b), (c + 1) FROM s.t;

-- expect: defines statistics t_a_b_stat
-- expect: defines table t, share update exclusive
CREATE STATISTICS ON a, b FROM t;

-- expect: defines statistics x
ALTER STATISTICS x SET STATISTICS 100;

-- expect: defines statistics x
ALTER STATISTICS x SET SCHEMA s;

-- expect: defines text search configuration c
-- expect: references text search parser pg_catalog."default"
CREATE TEXT SEARCH CONFIGURATION c (PARSER = pg_catalog."default");

-- expect: defines text search dictionary d
-- expect: references text search template snowball
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, StopWords = 'english', Language = english);

-- expect: defines text search dictionary d
ALTER TEXT SEARCH DICTIONARY d (StopWords = 'other');

-- expect: defines text search configuration c
-- expect: references text search dictionary s.d
-- expect: references text search dictionary simple
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word, asciiword WITH s.d, simple;

-- expect: defines text search configuration c
-- expect: references text search dictionary a
-- expect: references text search dictionary b
ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING REPLACE a WITH b;

-- expect: defines text search configuration c
ALTER TEXT SEARCH CONFIGURATION c DROP MAPPING IF EXISTS FOR word;

-- expect: defines text search parser p
ALTER TEXT SEARCH PARSER p RENAME TO q;

-- expect: defines collation c
CREATE COLLATION IF NOT EXISTS c (provider = icu, locale = 'en-US', deterministic = false);

-- expect: defines collation c
CREATE COLLATION c FROM "C";

-- expect: defines collation c
ALTER COLLATION c REFRESH VERSION;

-- expect: defines conversion c
-- expect: references function f
CREATE DEFAULT CONVERSION c FOR 'UTF8' TO 'LATIN1' FROM f;

-- expect: defines conversion c
ALTER CONVERSION c OWNER TO bob;

-- expect: defines access method m
-- expect: reads function s.h
CREATE ACCESS METHOD m TYPE TABLE HANDLER s.h;

-- expect: defines large object "42"
ALTER LARGE OBJECT 42 OWNER TO bob;

-- expect: defines property graph g, access exclusive
-- expect: reads relation a, access share
-- expect: reads relation s.b, access share
-- expect: reads relation e, access share
CREATE PROPERTY GRAPH g VERTEX TABLES (a KEY (id) LABEL x PROPERTIES (n * 2 AS m), s.b) EDGE TABLES (e SOURCE KEY (a_id) REFERENCES a (id) DESTINATION b);

-- expect: defines property graph g, access exclusive
-- expect: reads relation c, access share
ALTER PROPERTY GRAPH g ADD VERTEX TABLES (c);

-- expect: defines event trigger watch
ALTER EVENT TRIGGER watch DISABLE;

-- expect: defines table t, access exclusive
ALTER POLICY p ON t TO PUBLIC;

-- expect: defines rule r on t, access exclusive
ALTER RULE r ON t RENAME TO s;

-- expect: defines event trigger watch
-- expect: references function watch
CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION watch();

-- expect: defines procedure p(integer)
ALTER PROCEDURE p(integer) OWNER TO r;

-- expect: defines routine f(integer)
ALTER ROUTINE f(integer) OWNER TO r;

-- expect: calls p
CALL p(1);

-- expect: defines text search parser p
DROP TEXT SEARCH PARSER p;

-- expect: defines text search template p
DROP TEXT SEARCH TEMPLATE p;

CLOSE ALL;
