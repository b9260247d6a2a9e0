-- passes: ambiguous output
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, name text);
SELECT a.name FROM a JOIN b ON a.id = b.id ORDER BY name;
SELECT a.id, b.name AS other FROM a, b WHERE a.id = b.id;
