DROP INDEX CONCURRENTLY public.i;
DROP TEXT SEARCH CONFIGURATION public.tc;
DROP TEXT SEARCH DICTIONARY public.td;
CREATE TEXT SEARCH DICTIONARY public.td (stopwords = 'english', template = pg_catalog.simple);
ALTER TEXT SEARCH DICTIONARY public.td OWNER TO postgres;
CREATE TEXT SEARCH CONFIGURATION public.tc (parser = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION public.tc ADD MAPPING FOR asciiword WITH public.td;
ALTER TEXT SEARCH CONFIGURATION public.tc OWNER TO postgres;
CREATE INDEX CONCURRENTLY i ON public.t USING gin ((to_tsvector('public.tc'::regconfig, a)));
