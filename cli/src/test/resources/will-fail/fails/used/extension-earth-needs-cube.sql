-- 2BP01: cannot drop extension cube because other objects depend on it
CREATE EXTENSION cube; CREATE EXTENSION earthdistance;
DROP EXTENSION cube;
