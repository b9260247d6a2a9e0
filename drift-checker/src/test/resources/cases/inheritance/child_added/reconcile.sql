CREATE TABLE public.c (
    b text DEFAULT 'y'::text,
    d date
)
INHERITS (public.p);
ALTER TABLE public.c OWNER TO postgres;
CREATE TABLE public.e ()
INHERITS (public.c);
ALTER TABLE public.e OWNER TO postgres;
