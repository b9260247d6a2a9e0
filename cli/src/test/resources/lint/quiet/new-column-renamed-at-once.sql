-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
-- migration
ALTER TABLE users ADD COLUMN locle text;
ALTER TABLE users RENAME COLUMN locle TO locale;
ALTER TABLE users ALTER COLUMN locale TYPE varchar;
