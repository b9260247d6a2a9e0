-- 22P02: invalid input syntax for type integer: x7
CREATE TABLE a (id bigint, n int);
INSERT INTO a VALUES (1, '7'), (2, 'x7');
