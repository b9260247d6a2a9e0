-- passes: a function that is dropped or renamed where that does not happen
CREATE FUNCTION kept() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION named(i int) RETURNS int LANGUAGE sql AS 'SELECT i';
DO $$ BEGIN IF false THEN DROP FUNCTION kept(); ALTER FUNCTION named(int) RENAME TO other; END IF; END $$;
SELECT kept(), named(1);
