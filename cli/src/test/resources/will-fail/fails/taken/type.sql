-- 42710: created twice
CREATE TYPE mood AS ENUM ('fine');
-- migration
CREATE TYPE mood AS ENUM ('sad');
