DROP CONVERSION public.latin;
CREATE CONVERSION public.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER CONVERSION public.latin OWNER TO postgres;
