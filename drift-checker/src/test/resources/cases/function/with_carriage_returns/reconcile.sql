CREATE OR REPLACE FUNCTION public.f() RETURNS text
    LANGUAGE sql
    AS E'SELECT 1::text;\r
SELECT ''a\\b''::text\r
';
