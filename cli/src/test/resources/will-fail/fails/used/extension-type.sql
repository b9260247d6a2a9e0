-- 2BP01: cannot drop extension citext because other objects depend on it
CREATE EXTENSION citext;
CREATE TABLE a (email citext);
DROP EXTENSION citext;
