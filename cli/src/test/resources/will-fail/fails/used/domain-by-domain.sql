-- 2BP01: cannot drop type d because other objects depend on it
CREATE DOMAIN d AS int;
CREATE DOMAIN e AS d;
DROP DOMAIN d;
