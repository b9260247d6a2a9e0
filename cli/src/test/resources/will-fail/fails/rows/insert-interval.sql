-- 22007: invalid input syntax for type interval: soon
CREATE TABLE a (i interval);
INSERT INTO a VALUES ('soon');
