-- passes: dropped by a function
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE FUNCTION clean() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE users; END $$;
SELECT clean();
-- migration
CREATE TABLE users (id bigint PRIMARY KEY);
