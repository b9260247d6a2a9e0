-- 22007: invalid input syntax for type interval: often
CREATE TABLE a (b interval DEFAULT 'often');
