-- its values are lost; to drop it step by step: deed expand drop-column public.visits at
-- loses data
ALTER TABLE public.visits DROP COLUMN at;
-- needs another
DROP VIEW public.place;
-- needs another
CREATE TABLE public.place (
    x integer,
    y text
);
-- needs another
ALTER TABLE public.place OWNER TO postgres;
-- needs another
ALTER TABLE public.visits ADD COLUMN at public.place;
