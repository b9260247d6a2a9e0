-- 42P13: invalid attribute in procedure definition
CREATE PROCEDURE f() LANGUAGE sql STRICT AS 'SELECT 1';
