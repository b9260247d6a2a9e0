-- 22008: date/time field value out of range: 2020-13-01 10:00:00
CREATE TABLE a (d timestamptz);
INSERT INTO a VALUES ('2020-13-01 10:00:00');
