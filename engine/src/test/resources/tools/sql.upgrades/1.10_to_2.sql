ALTER TABLE account DROP COLUMN nick;
ALTER TABLE account ADD COLUMN IF NOT EXISTS seen timestamptz;
