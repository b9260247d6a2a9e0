-- needs another
ALTER INDEX public.place_pkey RENAME TO place_pkey__old;
-- needs another
CREATE TABLE public.place (
    a integer NOT NULL,
    b text,
    CONSTRAINT place_pkey PRIMARY KEY (a)
);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.visits at 'public.place'
-- needs another
ALTER TABLE public.visits ALTER COLUMN at TYPE public.place USING at::text::public.place;
-- its rows are lost; to drop it step by step: deed expand drop-table public.site
-- loses data
DROP TABLE public.site;
-- needs another
ALTER TABLE public.place OWNER TO postgres;
-- needs another
CREATE INDEX place_by_b ON public.place USING btree (b);
