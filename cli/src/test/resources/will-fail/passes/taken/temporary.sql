-- passes: a temporary table of its name
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TEMP TABLE users (id bigint PRIMARY KEY);
