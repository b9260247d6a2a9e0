CREATE FUNCTION f() RETURNS text LANGUAGE sql AS E'SELECT 1::text;\r\nSELECT ''a\\b''::text\r\n';
