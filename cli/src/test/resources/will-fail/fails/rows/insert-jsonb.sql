-- 22P02: invalid input syntax for type json
CREATE TABLE a (j jsonb);
INSERT INTO a VALUES ('abc');
