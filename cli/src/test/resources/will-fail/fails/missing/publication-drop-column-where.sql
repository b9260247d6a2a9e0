-- 2BP01 since 15: cannot drop column n of table a because other objects depend on it
CREATE TABLE a (id int, n int);
CREATE PUBLICATION p FOR TABLE a WHERE (n > 3);
ALTER TABLE a DROP COLUMN n;
