ALTER SEQUENCE public.t_a_seq AS integer MINVALUE 1 MAXVALUE 2147483647;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'integer'
ALTER TABLE public.t ALTER COLUMN a TYPE integer;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT nextval('public.t_a_seq'::regclass);
