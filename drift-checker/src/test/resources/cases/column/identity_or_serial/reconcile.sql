ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b DROP IDENTITY;
-- needs another
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN c ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.t', 'c'), m.last) FROM (SELECT max(c) AS last FROM public.t) m WHERE m.last IS NOT NULL;
-- needs another
ALTER TABLE public.t ALTER COLUMN d DROP NOT NULL;
-- its position is lost
-- loses data
DROP SEQUENCE public.t_d_seq;
CREATE SEQUENCE public.t_b_seq AS integer;
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT nextval('public.t_b_seq'::regclass);
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.t', 'b'), m.last) FROM (SELECT max(b) AS last FROM public.t) m WHERE m.last IS NOT NULL;
ALTER SEQUENCE public.t_b_seq OWNER TO postgres;
ALTER SEQUENCE public.t_b_seq OWNED BY public.t.b;
DROP SEQUENCE public.t_a_seq;
ALTER TABLE public.t ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.t', 'a'), m.last) FROM (SELECT max(a) AS last FROM public.t) m WHERE m.last IS NOT NULL;
