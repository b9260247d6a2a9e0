-- its values are lost; to drop it step by step: deed expand drop-column public.visits at
-- loses data
ALTER TABLE public.visits DROP COLUMN at;
-- needs another
ALTER DOMAIN public.positive RENAME TO positive__old;
-- needs another
CREATE DOMAIN public.positive AS integer
    CONSTRAINT positive_check CHECK ((VALUE > 0));
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.place x 'public.positive'
-- needs another
ALTER TABLE public.place ALTER COLUMN x TYPE public.positive USING x::text::public.positive;
-- needs another
ALTER DOMAIN public.positive OWNER TO postgres;
-- needs another
ALTER TABLE public.visits ADD COLUMN at public.place;
-- needs another
DROP DOMAIN public.positive__old;
