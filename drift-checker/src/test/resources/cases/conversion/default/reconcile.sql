DROP CONVERSION public.latin;
CREATE DEFAULT CONVERSION public.latin for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
ALTER CONVERSION public.latin OWNER TO postgres;
