-- !Ups
ALTER TABLE account ADD COLUMN phone text;

-- !Downs
ALTER TABLE account DROP COLUMN phone;
