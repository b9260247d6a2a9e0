-- 42710: relation a is already member of publication p
CREATE TABLE a (id int);
CREATE PUBLICATION p FOR TABLE a;
ALTER PUBLICATION p ADD TABLE a;
