-- 22P02: invalid input syntax for type json
CREATE TABLE a (d jsonb DEFAULT '');
