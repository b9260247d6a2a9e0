-- 22P02: invalid input syntax for type integer: abc
CREATE TABLE a (id bigint, n int);
UPDATE a SET n = 'abc';
