-- 42704: constraint c of domain d does not exist
CREATE DOMAIN d AS int;
ALTER DOMAIN d DROP CONSTRAINT c;
