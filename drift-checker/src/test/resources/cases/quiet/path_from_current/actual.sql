CREATE FUNCTION answer() RETURNS int LANGUAGE sql SET search_path TO public AS 'SELECT 42';
CREATE FUNCTION other() RETURNS int LANGUAGE sql SET search_path TO 'public' AS 'SELECT 42';
