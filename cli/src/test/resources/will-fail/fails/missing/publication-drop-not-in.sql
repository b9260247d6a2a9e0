-- 42704: relation b is not part of the publication
CREATE TABLE a (id int); CREATE TABLE b (id int);
CREATE PUBLICATION p FOR TABLE a;
ALTER PUBLICATION p DROP TABLE b;
