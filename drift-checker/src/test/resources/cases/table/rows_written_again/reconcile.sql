-- its values are lost; to drop it step by step: deed expand drop-column public.pairs at
-- loses data
ALTER TABLE public.pairs DROP COLUMN at;
-- its values are lost; to drop it step by step: deed expand drop-column public.races at
-- loses data
ALTER TABLE public.races DROP COLUMN at;
-- its values are lost; to drop it step by step: deed expand drop-column public.sales at
-- loses data
ALTER TABLE public.sales DROP COLUMN at;
-- its values are lost; to drop it step by step: deed expand drop-column public.trips at
-- loses data
ALTER TABLE public.trips DROP COLUMN at;
-- its values are lost; to drop it step by step: deed expand drop-column public.visits at
-- loses data
ALTER TABLE public.visits DROP COLUMN at;
-- its values are lost; to drop it step by step: deed expand drop-column public.wholes at
-- loses data
ALTER TABLE public.wholes DROP COLUMN at;
-- its rows are lost; to drop it step by step: deed expand drop-table public.parts
-- loses data
DROP TABLE public.parts;
-- needs another
DROP TYPE public.pair;
-- needs another
CREATE TABLE public.pair (
    a integer NOT NULL,
    CONSTRAINT pair_pkey PRIMARY KEY (a)
);
-- needs another
ALTER TABLE public.pair OWNER TO postgres;
-- needs another
CREATE TABLE public.parts (
    a integer
)
PARTITION BY RANGE (a);
-- needs another
ALTER TABLE public.parts OWNER TO postgres;
-- needs another
ALTER TABLE public.pairs ADD COLUMN at public.pair;
ALTER TABLE public.place ADD COLUMN p public.positive;
ALTER TABLE public.quick ADD COLUMN b timestamp with time zone DEFAULT now();
ALTER TABLE public.quick ADD COLUMN c integer DEFAULT 7 NOT NULL;
ALTER TABLE public.quick ADD COLUMN d character varying(5) DEFAULT 'x'::character varying;
-- needs another
ALTER TABLE public.races ADD COLUMN at public.quick;
ALTER TABLE public.shop ADD COLUMN b double precision DEFAULT random();
-- needs another
ALTER TABLE public.sales ADD COLUMN at public.shop[];
ALTER TABLE public.site ADD COLUMN id integer GENERATED ALWAYS AS IDENTITY NOT NULL;
-- needs another
ALTER TABLE public.trips ADD COLUMN at public.site;
-- needs another
ALTER TABLE public.visits ADD COLUMN at public.place;
-- needs another
ALTER TABLE public.wholes ADD COLUMN at public.parts;
