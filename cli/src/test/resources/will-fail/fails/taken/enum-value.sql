-- 42710: a value twice
CREATE TYPE mood AS ENUM ('fine');
-- migration
ALTER TYPE mood ADD VALUE 'fine';
