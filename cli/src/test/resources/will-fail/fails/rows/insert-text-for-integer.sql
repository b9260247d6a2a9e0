-- 22P02: invalid input syntax for type integer: abc
CREATE TABLE a (id bigint, n int);
INSERT INTO a (id, n) VALUES (1, 'abc');
