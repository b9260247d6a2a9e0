-- needs another
ALTER TABLE public.t DETACH PARTITION public.t1;
-- needs another
ALTER TABLE public.t1 DROP CONSTRAINT c;
-- needs another
ALTER TABLE public.t1 DROP COLUMN g;
-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
-- needs another
CREATE TABLE public.t (
    id bigint,
    d date,
    g bigint GENERATED ALWAYS AS ((id * 3)) STORED,
    CONSTRAINT c CHECK ((id > 1))
)
PARTITION BY RANGE (id);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t1 id 'bigint'
-- needs another
ALTER TABLE public.t1 ALTER COLUMN id TYPE bigint;
-- needs another
ALTER TABLE public.t OWNER TO postgres;
-- needs another
ALTER TABLE public.t1 ADD COLUMN g bigint GENERATED ALWAYS AS ((id * 3)) STORED;
-- needs another
ALTER TABLE public.t1 ADD CONSTRAINT c CHECK ((id > 1)) NOT VALID;
-- needs another
ALTER TABLE public.t1 VALIDATE CONSTRAINT c;
-- needs another
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (1) TO (10);
