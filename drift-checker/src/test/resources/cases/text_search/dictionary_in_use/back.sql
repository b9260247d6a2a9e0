DROP TEXT SEARCH CONFIGURATION public.c;
DROP TEXT SEARCH DICTIONARY public.d;
CREATE TEXT SEARCH DICTIONARY public.d (accept = 'false', template = pg_catalog.simple);
ALTER TEXT SEARCH DICTIONARY public.d OWNER TO postgres;
CREATE TEXT SEARCH CONFIGURATION public.c (parser = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR asciiword WITH public.d;
ALTER TEXT SEARCH CONFIGURATION public.c OWNER TO postgres;
