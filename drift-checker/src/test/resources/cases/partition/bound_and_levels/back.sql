-- needs another
ALTER TABLE public.t1 DETACH PARTITION public.t1a;
-- its values are lost; to drop it step by step: deed expand drop-column public.t h
-- loses data
ALTER TABLE public.t DROP COLUMN h;
-- its values are lost; to drop it step by step: deed expand drop-column public.t1a h
-- loses data
ALTER TABLE public.t1a DROP COLUMN h;
-- its rows are lost; to drop it step by step: deed expand drop-table public.t1
-- loses data
DROP TABLE public.t1;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t id 'integer'
ALTER TABLE public.t ALTER COLUMN id TYPE integer;
-- needs another
CREATE TABLE public.t1 (
    id integer,
    k integer,
    g integer
)
PARTITION BY RANGE (id);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t1a id 'integer'
-- needs another
ALTER TABLE public.t1a ALTER COLUMN id TYPE integer;
ALTER TABLE public.t ADD COLUMN g integer;
-- needs another
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES IN (1);
-- needs another
ALTER TABLE public.t1 OWNER TO postgres;
-- needs another
ALTER TABLE public.t1a ADD COLUMN g integer;
-- needs another
ALTER TABLE public.t1 ATTACH PARTITION public.t1a FOR VALUES FROM (1) TO (2);
