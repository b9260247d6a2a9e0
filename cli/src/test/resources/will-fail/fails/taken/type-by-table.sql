-- 42710: the row type of a table
CREATE TABLE mood (id bigint PRIMARY KEY);
-- migration
CREATE TYPE mood AS ENUM ('sad');
