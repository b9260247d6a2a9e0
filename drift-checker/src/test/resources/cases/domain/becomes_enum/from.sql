CREATE DOMAIN state AS text CHECK (VALUE IN ('open', 'closed'));
CREATE TABLE t (id integer PRIMARY KEY, s state DEFAULT 'open' NOT NULL, past state[]);
CREATE VIEW v AS SELECT id, s FROM t;
CREATE FUNCTION f(state) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
