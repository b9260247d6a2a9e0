-- 22001: value too long for type character(2)
CREATE TABLE a (code char(2));
INSERT INTO a VALUES ('abc');
