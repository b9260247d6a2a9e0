ALTER TABLE public.t ALTER COLUMN a SET DEFAULT nextval('public.s'::regclass);
CREATE SEQUENCE public.s2 START WITH 50;
ALTER SEQUENCE public.s2 OWNER TO postgres;
ALTER TABLE public.t ADD COLUMN b integer DEFAULT nextval('public.s2'::regclass);
