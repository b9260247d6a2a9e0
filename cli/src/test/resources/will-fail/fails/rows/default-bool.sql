-- 22P02: invalid input syntax for type boolean: maybe
CREATE TABLE a (b boolean DEFAULT 'maybe');
