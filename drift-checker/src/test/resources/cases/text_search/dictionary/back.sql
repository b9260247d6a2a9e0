DROP TEXT SEARCH DICTIONARY public.d;
CREATE TEXT SEARCH DICTIONARY public.d (template = pg_catalog.simple);
ALTER TEXT SEARCH DICTIONARY public.d OWNER TO postgres;
