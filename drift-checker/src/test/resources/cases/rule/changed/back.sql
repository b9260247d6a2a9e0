DROP RULE s ON public.t;
DROP RULE r ON public.v;
CREATE RULE s AS ON UPDATE TO public.t DO nothing;
ALTER TABLE public.t DISABLE RULE s;
CREATE RULE r AS ON INSERT TO public.v DO INSTEAD insert into public.t(a) values(new.a);
