-- 22P02: invalid input syntax for type integer: x
CREATE TABLE a (n int DEFAULT 'x'::int);
