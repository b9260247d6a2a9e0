-- passes: the word in a string
CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN PERFORM 'commit;'; /* COMMIT; */ END $$;
-- migration
CALL p();
