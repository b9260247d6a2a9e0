-- its rows are lost; to drop it step by step: deed expand drop-table public.x
-- loses data
DROP TABLE public.x;
-- needs another
DROP TEXT SEARCH CONFIGURATION public.c;
-- needs another
DROP TEXT SEARCH DICTIONARY public.d;
DROP TEXT SEARCH TEMPLATE public.t;
DROP TEXT SEARCH PARSER public.p;
