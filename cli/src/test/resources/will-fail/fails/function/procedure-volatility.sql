-- 42P13: invalid attribute in procedure definition
CREATE PROCEDURE f() LANGUAGE sql STABLE AS 'SELECT 1';
