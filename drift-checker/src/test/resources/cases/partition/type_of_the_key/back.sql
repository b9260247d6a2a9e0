-- needs another
ALTER TABLE public.t DETACH PARTITION public.t1;
-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
-- its rows are lost; to drop it step by step: deed expand drop-table public.t1b
-- loses data
DROP TABLE public.t1b;
-- needs another
CREATE TABLE public.t (
    id integer,
    k text
)
PARTITION BY RANGE (id);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t1 id 'integer'
-- needs another
ALTER TABLE public.t1 ALTER COLUMN id TYPE integer;
-- needs another
ALTER TABLE public.t OWNER TO postgres;
-- needs another
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (10);
