-- 22P02: invalid input syntax for type integer: abc
CREATE TABLE a (id int, d date);
DELETE FROM a WHERE id = 'abc';
