-- 22003: numeric field overflow
CREATE TABLE a (n numeric(5,2));
INSERT INTO a VALUES (12345.6);
