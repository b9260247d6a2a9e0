-- 22003: smallint out of range
CREATE TABLE a (n smallint);
INSERT INTO a VALUES (40000);
