ALTER TABLE account ALTER COLUMN phone TYPE varchar(40);
