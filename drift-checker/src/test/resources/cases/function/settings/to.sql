CREATE FUNCTION f() RETURNS integer LANGUAGE sql SET search_path = '' SET datestyle = 'iso, mdy' SET work_mem = '1MB' AS 'SELECT 1';
