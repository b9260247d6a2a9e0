-- its values are lost; to drop it step by step: deed expand drop-column public.visits at
-- loses data
ALTER TABLE public.visits DROP COLUMN at;
-- its rows are lost; to drop it step by step: deed expand drop-table public.place
-- loses data
DROP TABLE public.place;
-- needs another
CREATE VIEW public.place AS
    SELECT 1 AS x, 'a'::text AS y;
-- needs another
ALTER TABLE public.visits ADD COLUMN at public.place;
-- needs another
ALTER VIEW public.place OWNER TO postgres;
