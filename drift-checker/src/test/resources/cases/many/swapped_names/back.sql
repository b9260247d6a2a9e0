-- needs another
DROP VIEW public.v;
-- its values are lost; to drop it step by step: deed expand drop-column public.a y
-- loses data
ALTER TABLE public.a DROP COLUMN y;
-- its values are lost; to drop it step by step: deed expand drop-column public.b x
-- loses data
ALTER TABLE public.b DROP COLUMN x;
ALTER TABLE public.a ADD COLUMN x integer;
ALTER TABLE public.b ADD COLUMN y text;
-- needs another
CREATE VIEW public.v AS
    SELECT a.x FROM public.a;
-- needs another
ALTER VIEW public.v OWNER TO postgres;
