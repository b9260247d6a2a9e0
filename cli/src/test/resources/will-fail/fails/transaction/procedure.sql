-- 2D000: a procedure that commits
CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;
-- migration
CALL p();
