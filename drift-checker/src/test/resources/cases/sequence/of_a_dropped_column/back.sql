ALTER SEQUENCE public.q OWNED BY public.u.a;
ALTER TABLE public.t ADD COLUMN b integer;
ALTER SEQUENCE public.s OWNED BY public.t.b;
