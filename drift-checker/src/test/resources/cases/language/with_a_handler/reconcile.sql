DROP FUNCTION public.f();
DROP LANGUAGE pl2;
DROP FUNCTION public.lh();
CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO postgres;
