-- taken for a rename: all else about it is equal
ALTER TABLE public.t RENAME COLUMN new TO old;
DROP VIEW public.v;
CREATE VIEW public.v AS
    select t.a, t.old from public.t;
ALTER VIEW public.v OWNER TO postgres;
