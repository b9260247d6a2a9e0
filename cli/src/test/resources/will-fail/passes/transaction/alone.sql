-- passes: not in a transaction
CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;
-- migration
-- deed: transaction none
CALL p();
