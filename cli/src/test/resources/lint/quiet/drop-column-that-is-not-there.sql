-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
-- migration
ALTER TABLE users DROP COLUMN IF EXISTS fax, DROP COLUMN IF EXISTS telex;
