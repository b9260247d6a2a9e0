-- needs another
DROP VIEW public.v;
-- its values are lost; to drop it step by step: deed expand drop-column public.a x
-- loses data
ALTER TABLE public.a DROP COLUMN x;
-- its values are lost; to drop it step by step: deed expand drop-column public.b y
-- loses data
ALTER TABLE public.b DROP COLUMN y;
ALTER TABLE public.a ADD COLUMN y text;
ALTER TABLE public.b ADD COLUMN x integer;
-- needs another
CREATE VIEW public.v AS
    SELECT b.x FROM public.b;
-- needs another
ALTER VIEW public.v OWNER TO postgres;
