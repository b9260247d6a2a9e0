-- needs another
ALTER TABLE public.p DETACH PARTITION public.p1;
-- its rows are lost; to drop it step by step: deed expand drop-table public.p
-- loses data
DROP TABLE public.p;
-- needs another
ALTER TYPE public.e RENAME TO e__old;
-- needs another
CREATE TYPE public.e AS ENUM ('a', 'b');
-- needs another
ALTER TYPE public.e OWNER TO postgres;
-- needs another
CREATE TABLE public.p (
    k public.e,
    v integer
)
PARTITION BY LIST (k);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.p1 k 'public.e'
-- needs another
ALTER TABLE public.p1 ALTER COLUMN k TYPE public.e USING k::text::public.e;
-- needs another
ALTER TABLE public.p OWNER TO postgres;
-- needs another
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES IN ('a');
-- needs another
DROP TYPE public.e__old;
