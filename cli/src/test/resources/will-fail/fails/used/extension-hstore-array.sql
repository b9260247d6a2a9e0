-- 2BP01: cannot drop extension hstore because other objects depend on it
CREATE EXTENSION hstore;
CREATE TABLE a (h hstore[]);
DROP EXTENSION hstore;
