-- passes: union
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, label text);
SELECT id, name AS title FROM a UNION ALL SELECT id, label FROM b ORDER BY title;
SELECT title FROM (SELECT name AS title FROM a UNION SELECT label FROM b) s;
