DROP TEXT SEARCH DICTIONARY public.d;
CREATE TEXT SEARCH DICTIONARY public.d (accept = 'false', template = pg_catalog.simple);
ALTER TEXT SEARCH DICTIONARY public.d OWNER TO postgres;
