-- 42710: collation c for encoding utf8 already exists
CREATE COLLATION c (locale = 'C');
CREATE COLLATION c (locale = 'C');
