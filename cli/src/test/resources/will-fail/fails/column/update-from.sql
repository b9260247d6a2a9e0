-- 42703: column b.lable does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint, label text);
UPDATE a SET name = b.lable FROM b WHERE b.owner = a.id;
