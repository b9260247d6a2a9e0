-- 22P02: invalid input syntax for type inet: localhost
CREATE TABLE a (b inet DEFAULT 'localhost');
