ALTER PUBLICATION p DROP TABLE ONLY public.t;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'bigint'
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;
ALTER PUBLICATION p SET TABLE ONLY public.t WHERE (a > 5);
