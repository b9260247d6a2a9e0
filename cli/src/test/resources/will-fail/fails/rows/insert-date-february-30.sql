-- 22008: date/time field value out of range: 2020-02-30
CREATE TABLE a (d date);
INSERT INTO a VALUES ('2020-02-30');
