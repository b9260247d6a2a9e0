-- passes: IF NOT EXISTS
CREATE TYPE mood AS ENUM ('fine');
-- migration
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'fine';
