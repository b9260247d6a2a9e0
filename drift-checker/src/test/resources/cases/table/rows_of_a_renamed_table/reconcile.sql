-- needs another
ALTER INDEX public.place_pkey RENAME TO place_pkey__old;
-- needs another
CREATE TABLE public.site (
    a integer NOT NULL,
    c text,
    d integer,
    CONSTRAINT place_pkey PRIMARY KEY (a)
);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.visits at 'public.site'
-- needs another
ALTER TABLE public.visits ALTER COLUMN at TYPE public.site USING at::text::public.site;
-- its rows are lost; to drop it step by step: deed expand drop-table public.place
-- loses data
DROP TABLE public.place;
-- needs another
ALTER TABLE public.site OWNER TO postgres;
-- needs another
CREATE INDEX place_by_b ON public.site USING btree (c);
