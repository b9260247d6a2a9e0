-- passes: outputs
CREATE TABLE a (id bigint, name text);
SELECT id AS key, count(*) FROM a GROUP BY key ORDER BY count, key;
SELECT DISTINCT ON (key) id AS key, name FROM a ORDER BY key;
SELECT lower(name) FROM a ORDER BY lower;
