DROP VIEW public.big;
ALTER TABLE public.o DROP CONSTRAINT o_sum_check;
DROP INDEX CONCURRENTLY public.o_u;
-- its values are lost; to drop it step by step: deed expand drop-column public.u at
-- loses data
ALTER TABLE public.u DROP COLUMN at;
-- its rows are lost; to drop it step by step: deed expand drop-table public.x
-- loses data
DROP TABLE public.x;
ALTER TYPE public.st ADD VALUE 'gone';
ALTER SEQUENCE public.o_id_seq AS integer MINVALUE 1 MAXVALUE 2147483647;
ALTER SEQUENCE public.u_id_seq AS integer MINVALUE 1 MAXVALUE 2147483647;
ALTER TABLE public.o ALTER COLUMN id DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.o id 'integer'
ALTER TABLE public.o ALTER COLUMN id TYPE integer;
ALTER TABLE public.o ALTER COLUMN id SET DEFAULT nextval('public.o_id_seq'::regclass);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.o sum 'numeric(10,2)'
ALTER TABLE public.o ALTER COLUMN sum TYPE numeric(10,2);
ALTER TABLE public.u ALTER COLUMN mail TYPE text;
ALTER TABLE public.u ALTER COLUMN st SET DEFAULT 'new'::public.st;
ALTER TABLE public.o DROP CONSTRAINT o_u_fkey;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.o u 'integer'
ALTER TABLE public.o ALTER COLUMN u TYPE integer;
ALTER TABLE public.o ALTER COLUMN u DROP NOT NULL;
ALTER TABLE public.u ALTER COLUMN id DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.u id 'integer'
ALTER TABLE public.u ALTER COLUMN id TYPE integer;
ALTER TABLE public.u ALTER COLUMN id SET DEFAULT nextval('public.u_id_seq'::regclass);
CREATE INDEX CONCURRENTLY o_u ON public.o USING btree (u);
ALTER TABLE public.o ADD CONSTRAINT o_u_fkey FOREIGN KEY (u) REFERENCES public.u(id) NOT VALID;
ALTER TABLE public.o VALIDATE CONSTRAINT o_u_fkey;
CREATE VIEW public.big AS
    SELECT u.mail, sum(o.sum) AS s FROM (public.u JOIN public.o ON ((o.u = u.id))) GROUP BY u.mail;
ALTER VIEW public.big OWNER TO postgres;
GRANT SELECT ON TABLE public.big TO app_reader;
