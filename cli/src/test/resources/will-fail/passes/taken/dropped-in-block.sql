-- passes: dropped in a block
CREATE TABLE users (id bigint PRIMARY KEY);
DO $$ BEGIN DROP TABLE users; END $$;
-- migration
CREATE TABLE users (id bigint PRIMARY KEY);
