-- needs another
ALTER TABLE public.t DETACH PARTITION public.t1;
-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
-- needs another
CREATE TABLE public.t (
    id bigint,
    k text
)
PARTITION BY RANGE (id);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t1 id 'bigint'
-- needs another
ALTER TABLE public.t1 ALTER COLUMN id TYPE bigint;
-- needs another
ALTER TABLE public.t OWNER TO postgres;
-- needs another
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (10);
-- needs another
CREATE TABLE public.t1b (
    id bigint,
    k text
);
-- needs another
ALTER TABLE public.t1 ATTACH PARTITION public.t1b FOR VALUES IN ('b');
-- needs another
ALTER TABLE public.t1b OWNER TO postgres;
