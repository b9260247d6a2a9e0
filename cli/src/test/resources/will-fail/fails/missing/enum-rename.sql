-- 22023: no value to rename
CREATE TYPE mood AS ENUM ('fine', 'sad');
-- migration
ALTER TYPE mood RENAME VALUE 'good' TO 'great';
