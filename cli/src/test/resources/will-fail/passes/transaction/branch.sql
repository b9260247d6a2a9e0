-- passes: a branch that is not taken
CREATE PROCEDURE p(b boolean) LANGUAGE plpgsql AS $$ BEGIN IF b THEN COMMIT; END IF; FOR i IN 1..0 LOOP COMMIT; END LOOP; END $$;
-- migration
CALL p(false);
