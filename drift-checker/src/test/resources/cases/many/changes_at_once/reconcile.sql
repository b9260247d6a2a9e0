DROP VIEW public.big;
DROP INDEX CONCURRENTLY public.o_u;
DROP FUNCTION public.f(public.st);
ALTER TYPE public.st RENAME TO st__old;
ALTER SEQUENCE public.o_id_seq AS bigint MINVALUE 1 MAXVALUE 9223372036854775807;
ALTER SEQUENCE public.u_id_seq AS bigint MINVALUE 1 MAXVALUE 9223372036854775807;
ALTER TABLE public.o ALTER COLUMN id DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.o id 'bigint'
ALTER TABLE public.o ALTER COLUMN id TYPE bigint;
ALTER TABLE public.o ALTER COLUMN id SET DEFAULT nextval('public.o_id_seq'::regclass);
ALTER TABLE public.o ALTER COLUMN sum TYPE numeric(12,2);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.u mail 'character varying(200)'
ALTER TABLE public.u ALTER COLUMN mail TYPE character varying(200);
CREATE TYPE public.st AS ENUM ('new', 'old');
ALTER TABLE public.u ALTER COLUMN st DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.u st 'public.st'
ALTER TABLE public.u ALTER COLUMN st TYPE public.st USING st::text::public.st;
ALTER TABLE public.u ALTER COLUMN st SET DEFAULT 'old'::public.st;
ALTER TYPE public.st OWNER TO postgres;
CREATE FUNCTION public.f(public.st) RETURNS text
    LANGUAGE sql
    AS $$SELECT $1::text$$;
ALTER FUNCTION public.f(public.st) OWNER TO postgres;
CREATE TABLE public.x (
    u bigint NOT NULL,
    o bigint,
    CONSTRAINT x_pkey PRIMARY KEY (u)
);
ALTER TABLE public.x OWNER TO postgres;
ALTER TABLE public.u ADD COLUMN at timestamp with time zone DEFAULT now() NOT NULL;
ALTER TABLE public.o ADD CONSTRAINT o_sum_check CHECK ((sum >= (0)::numeric)) NOT VALID;
ALTER TABLE public.o VALIDATE CONSTRAINT o_sum_check;
ALTER TABLE public.x ADD CONSTRAINT x_o_fkey FOREIGN KEY (o) REFERENCES public.o(id);
ALTER TABLE public.o DROP CONSTRAINT o_u_fkey;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.o u 'bigint'
ALTER TABLE public.o ALTER COLUMN u TYPE bigint;
ALTER TABLE public.o ADD CONSTRAINT u_is_not_null CHECK (u IS NOT NULL) NOT VALID;
ALTER TABLE public.o VALIDATE CONSTRAINT u_is_not_null;
ALTER TABLE public.o ALTER COLUMN u SET NOT NULL;
ALTER TABLE public.o DROP CONSTRAINT u_is_not_null;
ALTER TABLE public.u ALTER COLUMN id DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.u id 'bigint'
ALTER TABLE public.u ALTER COLUMN id TYPE bigint;
ALTER TABLE public.u ALTER COLUMN id SET DEFAULT nextval('public.u_id_seq'::regclass);
CREATE INDEX CONCURRENTLY o_u ON public.o USING btree (u) WHERE ((sum > (0)::numeric));
ALTER TABLE public.o ADD CONSTRAINT o_u_fkey FOREIGN KEY (u) REFERENCES public.u(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE public.o VALIDATE CONSTRAINT o_u_fkey;
ALTER TABLE public.x ADD CONSTRAINT x_u_fkey FOREIGN KEY (u) REFERENCES public.u(id);
CREATE VIEW public.big AS
    SELECT u.mail, sum(o.sum) AS s, count(*) AS n FROM (public.u JOIN public.o ON ((o.u = u.id))) GROUP BY u.mail;
ALTER VIEW public.big OWNER TO postgres;
GRANT SELECT ON TABLE public.big TO app_reader;
DROP TYPE public.st__old;
