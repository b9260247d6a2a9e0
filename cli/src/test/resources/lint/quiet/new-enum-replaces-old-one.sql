-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
CREATE TYPE mood AS ENUM ('fine');
-- migration
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('fine', 'sad');
DROP TYPE mood_old;
