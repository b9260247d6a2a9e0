-- passes: joins
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint);
SELECT id, name, owner FROM a NATURAL JOIN b;
SELECT id, name FROM a FULL JOIN b USING (id);
SELECT j.id FROM (a JOIN b USING (id)) AS j;
SELECT u.id FROM a JOIN b USING (id) AS u;
SELECT name FROM a LEFT JOIN b ON b.owner = a.id WHERE b.id IS NULL;
