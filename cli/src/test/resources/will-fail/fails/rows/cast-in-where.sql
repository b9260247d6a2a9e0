-- 22P02: invalid input syntax for type uuid: abc
CREATE TABLE a (id uuid);
DELETE FROM a WHERE id = 'abc'::uuid;
