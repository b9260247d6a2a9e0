-- 22P02: invalid input syntax for type uuid: abc
CREATE TABLE a (n int);
ALTER TABLE a ALTER COLUMN n TYPE uuid USING 'abc'::uuid;
