-- its rows are lost; to drop it step by step: deed expand drop-table public.a
-- loses data
DROP TABLE public.a;
CREATE TABLE public.b (
    id integer
);
ALTER TABLE public.b OWNER TO postgres;
CREATE TABLE public.c (
    id integer
);
ALTER TABLE public.c OWNER TO postgres;
