-- 22P02: invalid input syntax for type inet: localhost
CREATE TABLE a (i inet);
INSERT INTO a VALUES ('localhost');
