-- 2BP01: cannot drop collation c because other objects depend on it
CREATE COLLATION c (locale = 'C');
CREATE TABLE a (name text COLLATE c);
DROP COLLATION c;
