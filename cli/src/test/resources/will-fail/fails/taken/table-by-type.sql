-- 42710: the name of a type
CREATE TYPE mood AS ENUM ('fine');
-- migration
CREATE TABLE mood (id bigint PRIMARY KEY);
