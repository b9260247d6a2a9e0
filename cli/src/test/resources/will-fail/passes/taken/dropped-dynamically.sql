-- passes: dropped by dynamic SQL
CREATE TABLE users (id bigint PRIMARY KEY);
DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'users'; END $$;
-- migration
CREATE TABLE users (id bigint PRIMARY KEY);
