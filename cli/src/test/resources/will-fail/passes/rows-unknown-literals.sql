-- passes
CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TABLE a (id int, m mood, t text, u uuid, d date, b boolean, j jsonb, arr int[], i inet);
CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
SELECT * FROM a WHERE t = 'abc' AND id = ANY ('{1,2}') AND m IN ('happy', 'sad') AND d BETWEEN '2020-01-01' AND 'tomorrow';
SELECT * FROM a WHERE t IN ('x', 'y') OR id IN (1, 2) OR b = 'on' OR u = '{a0eebc999c0b4ef8bb6d6bb9bd380a11}' OR j = '{"a": 1}' OR i = '::1';
SELECT f('abc'), 'abc' || id, 'x' = t, lower('ABC')::text, '{}'::jsonb, '[]'::json, ' [1, {"a": "b\u00e9"}] '::jsonb FROM a;
SELECT id AS m FROM a WHERE CASE WHEN t = '7' THEN '7' ELSE '8' END = t;
SELECT s.m FROM (SELECT 'angry'::text AS m) s WHERE s.m = 'angry';
DELETE FROM a WHERE (t, id) = ('abc', 3) OR t LIKE 'abc' OR arr = '{}' OR arr @> '{1}';
UPDATE a SET m = 'sad', u = gen_random_uuid(), b = 'yes', j = '"x"', arr = ARRAY[1], d = '2024-02-29', t = 5 WHERE d > '0001-02-28';
INSERT INTO a (t, id) SELECT 'abc', 1;
INSERT INTO a (id, d, b) VALUES ('7', 'January 8, 1999', 't'), (1 + 1, '19990108', 'false');
UPDATE a SET arr[1] = '7', j['a'] = '"x"', t = 'abc' WHERE id = 7;
