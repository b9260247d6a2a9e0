ALTER SEQUENCE public.t_a_seq AS bigint MINVALUE 1 MAXVALUE 9223372036854775807;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'bigint'
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT nextval('public.t_a_seq'::regclass);
