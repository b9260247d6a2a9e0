-- 42710: type g already exists
CREATE TYPE f AS ENUM ('a');
CREATE TYPE g AS ENUM ('a');
ALTER TYPE f RENAME TO g;
