-- 22023: a neighbor that is no value
CREATE TYPE mood AS ENUM ('fine', 'sad');
-- migration
ALTER TYPE mood ADD VALUE 'glad' AFTER 'great';
