-- 22003: integer out of range
CREATE TABLE a (n int);
INSERT INTO a VALUES (3000000000);
