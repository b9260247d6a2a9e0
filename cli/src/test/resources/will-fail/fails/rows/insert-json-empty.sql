-- 22P02: invalid input syntax for type json
CREATE TABLE a (j json);
INSERT INTO a VALUES ('');
