CREATE UNIQUE INDEX CONCURRENTLY u__new ON public.t USING btree (a, b);
DROP FUNCTION public.f(integer);
ALTER TABLE public.t DROP CONSTRAINT u, ADD CONSTRAINT u UNIQUE USING INDEX u__new;
CREATE FUNCTION public.f(integer) RETURNS void
    LANGUAGE sql
    begin atomic INSERT INTO public.t(id, a) VALUES($1, 1) ON conflict ON CONSTRAINT u DO NOTHING; END;
ALTER FUNCTION public.f(integer) OWNER TO postgres;
