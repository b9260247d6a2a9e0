-- 22P02: invalid input syntax for type integer: x
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE a (n positive DEFAULT 'x');
