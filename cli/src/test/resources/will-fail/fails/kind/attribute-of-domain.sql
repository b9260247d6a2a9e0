-- 42P01: relation d does not exist
CREATE DOMAIN d AS int;
ALTER TYPE d ADD ATTRIBUTE x int;
