CREATE SEQUENCE public.t_u_seq AS integer;
ALTER TABLE public.t ADD COLUMN z integer;
ALTER TABLE public.t ADD COLUMN y text DEFAULT 'y'::text;
ALTER TABLE public.t ADD COLUMN x timestamp with time zone DEFAULT now() NOT NULL;
ALTER TABLE public.t ADD COLUMN w text COLLATE pg_catalog."C";
ALTER TABLE public.t ADD COLUMN v integer GENERATED ALWAYS AS ((a + 1)) STORED;
ALTER TABLE public.t ADD COLUMN u integer DEFAULT nextval('public.t_u_seq'::regclass) NOT NULL;
ALTER SEQUENCE public.t_u_seq OWNER TO postgres;
ALTER SEQUENCE public.t_u_seq OWNED BY public.t.u;
