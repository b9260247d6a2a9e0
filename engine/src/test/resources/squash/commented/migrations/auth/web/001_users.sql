-- Migration: users
-- Version: 001
-- deed: requires main/3

-- UP Migration
-- Who signs in.
CREATE TABLE users (id bigint PRIMARY KEY); -- the last comment; with a semicolon

-- DOWN Migration (Rollback)
-- DROP TABLE users;
