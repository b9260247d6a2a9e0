-- 22P02: invalid input syntax for type bigint: abc
CREATE TABLE a (id int);
SELECT CAST('abc' AS bigint);
