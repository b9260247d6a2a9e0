ALTER TABLE public.a DROP CONSTRAINT a_b_fkey;
ALTER TABLE public.b DROP CONSTRAINT b_a_fkey;
-- its rows are lost; to drop it step by step: deed expand drop-table public.a
-- loses data
DROP TABLE public.a;
-- its rows are lost; to drop it step by step: deed expand drop-table public.b
-- loses data
DROP TABLE public.b;
