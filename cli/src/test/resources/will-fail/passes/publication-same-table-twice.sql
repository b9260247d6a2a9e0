-- passes
CREATE TABLE a (id int);
CREATE PUBLICATION p FOR TABLE a, a;
