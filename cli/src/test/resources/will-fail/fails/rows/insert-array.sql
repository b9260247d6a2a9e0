-- 22P02: malformed array literal: a,b
CREATE TABLE a (t text[]);
INSERT INTO a VALUES ('a,b');
