-- its values are lost; to drop it step by step: deed expand drop-column public.pairs at
-- loses data
ALTER TABLE public.pairs DROP COLUMN at;
-- its values are lost; to drop it step by step: deed expand drop-column public.place p
-- loses data
ALTER TABLE public.place DROP COLUMN p;
-- its values are lost; to drop it step by step: deed expand drop-column public.quick b
-- loses data
ALTER TABLE public.quick DROP COLUMN b;
-- its values are lost; to drop it step by step: deed expand drop-column public.quick c
-- loses data
ALTER TABLE public.quick DROP COLUMN c;
-- its values are lost; to drop it step by step: deed expand drop-column public.quick d
-- loses data
ALTER TABLE public.quick DROP COLUMN d;
-- its values are lost; to drop it step by step: deed expand drop-column public.shop b
-- loses data
ALTER TABLE public.shop DROP COLUMN b;
-- its values are lost; to drop it step by step: deed expand drop-column public.site id
-- loses data
ALTER TABLE public.site DROP COLUMN id;
-- its values are lost; to drop it step by step: deed expand drop-column public.wholes at
-- loses data
ALTER TABLE public.wholes DROP COLUMN at;
-- its rows are lost; to drop it step by step: deed expand drop-table public.pair
-- loses data
DROP TABLE public.pair;
-- its rows are lost; to drop it step by step: deed expand drop-table public.parts
-- loses data
DROP TABLE public.parts;
-- needs another
CREATE TYPE public.pair AS (a integer);
-- needs another
ALTER TYPE public.pair OWNER TO postgres;
-- needs another
CREATE TABLE public.parts (
    a integer
);
-- needs another
ALTER TABLE public.parts OWNER TO postgres;
-- needs another
ALTER TABLE public.pairs ADD COLUMN at public.pair;
-- needs another
ALTER TABLE public.wholes ADD COLUMN at public.parts;
