-- passes: own set
CREATE TABLE a (id bigint);
CREATE FUNCTION unnest(bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE INDEX ON a (unnest(id));
