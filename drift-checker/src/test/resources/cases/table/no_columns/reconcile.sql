CREATE TABLE public.t ();
ALTER TABLE public.t OWNER TO postgres;
CREATE TABLE public.u ();
ALTER TABLE public.u OWNER TO postgres;
