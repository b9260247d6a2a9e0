-- its rows are lost; to drop it step by step: deed expand drop-table public.b
-- loses data
DROP TABLE public.b;
-- its rows are lost; to drop it step by step: deed expand drop-table public.c
-- loses data
DROP TABLE public.c;
CREATE TABLE public.a (
    id integer
);
ALTER TABLE public.a OWNER TO postgres;
