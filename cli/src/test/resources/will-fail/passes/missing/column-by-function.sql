-- passes: added by a function
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE FUNCTION add_email() RETURNS void LANGUAGE plpgsql AS $$ BEGIN ALTER TABLE users ADD COLUMN email text; END $$;
SELECT add_email();
-- migration
ALTER TABLE users DROP COLUMN email;
