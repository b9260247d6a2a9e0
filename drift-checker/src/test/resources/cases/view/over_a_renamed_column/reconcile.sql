-- taken for a rename: all else about it is equal
ALTER TABLE public.t RENAME COLUMN old TO new;
DROP VIEW public.v;
CREATE VIEW public.v AS
    SELECT t.a, t.new AS old FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
