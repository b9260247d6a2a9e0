-- passes: correlated
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint, label text);
SELECT id FROM a WHERE EXISTS (SELECT 1 FROM b WHERE owner = a.id AND label = name);
UPDATE a SET name = (SELECT label FROM b WHERE owner = a.id LIMIT 1) WHERE id IN (SELECT owner FROM b);
DELETE FROM a USING b WHERE b.owner = a.id AND label = name RETURNING a.id, b.label;
UPDATE a x SET name = b.label FROM b WHERE owner = x.id RETURNING x.name, label;
