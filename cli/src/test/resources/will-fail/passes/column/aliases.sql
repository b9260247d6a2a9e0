-- passes: aliases
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint);
SELECT x.k, y.owner FROM a AS x (k, n) JOIN b y ON y.owner = x.k WHERE n IS NOT NULL;
SELECT s.total FROM (SELECT count(*) AS total FROM a) s;
SELECT s.column1 FROM (VALUES (1, 'x')) s;
SELECT s.n FROM (VALUES (1, 'x')) s (n, t) ORDER BY t;
