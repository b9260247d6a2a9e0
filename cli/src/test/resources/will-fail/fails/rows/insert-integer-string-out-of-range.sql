-- 22003: value 3000000000 is out of range for type integer
CREATE TABLE a (n int);
INSERT INTO a VALUES ('3000000000');
