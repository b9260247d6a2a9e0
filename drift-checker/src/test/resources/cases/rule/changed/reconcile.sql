DROP RULE s ON public.t;
DROP RULE r ON public.v;
CREATE RULE s AS ON UPDATE TO public.t WHERE new.a > 1 DO INSTEAD DELETE FROM public.u WHERE (u.a = old.a);
ALTER TABLE public.t ENABLE REPLICA RULE s;
COMMENT ON RULE s ON public.t IS 's';
CREATE RULE r AS ON INSERT TO public.v DO INSTEAD (INSERT INTO public.t(a) VALUES(new.a); INSERT INTO public.u(a) VALUES(new.a));
