-- 22007: invalid input syntax for type date: soon
CREATE TABLE a (d date);
INSERT INTO a VALUES ('soon');
