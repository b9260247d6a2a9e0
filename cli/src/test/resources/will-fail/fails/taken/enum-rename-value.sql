-- 42710: renamed to another's name
CREATE TYPE mood AS ENUM ('fine', 'sad');
-- migration
ALTER TYPE mood RENAME VALUE 'fine' TO 'sad';
