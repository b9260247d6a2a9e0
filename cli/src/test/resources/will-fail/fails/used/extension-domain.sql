-- 2BP01: cannot drop extension citext because other objects depend on it
CREATE EXTENSION citext;
CREATE DOMAIN email AS citext;
DROP EXTENSION citext;
