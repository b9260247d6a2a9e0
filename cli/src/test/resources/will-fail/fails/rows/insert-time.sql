-- 22008: date/time field value out of range: 25:00
CREATE TABLE a (i time);
INSERT INTO a VALUES ('25:00');
