-- 2D000: a bare loop
CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN LOOP COMMIT; EXIT; END LOOP; END $$;
-- migration
CALL p();
