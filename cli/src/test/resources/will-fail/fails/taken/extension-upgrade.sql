-- 42710: extension citext already exists
CREATE EXTENSION citext;
CREATE EXTENSION citext SCHEMA public;
