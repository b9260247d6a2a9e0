-- 42703: column b.ownr does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint, label text);
UPDATE a SET name = b.label FROM b WHERE b.ownr = a.id;
