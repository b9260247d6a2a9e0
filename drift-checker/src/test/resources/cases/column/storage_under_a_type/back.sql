ALTER TYPE public.mood ADD VALUE 'ok' AFTER 'sad';
ALTER TABLE public.notes ALTER COLUMN body TYPE text;
ALTER TABLE ONLY public.notes ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.notes ALTER COLUMN body SET COMPRESSION pglz;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.notes title 'character varying(10)'
ALTER TABLE public.notes ALTER COLUMN title TYPE character varying(10);
ALTER TABLE ONLY public.notes ALTER COLUMN title SET STORAGE MAIN;
ALTER TABLE public.drafts ALTER COLUMN body SET STORAGE MAIN;
ALTER TABLE public.drafts ALTER COLUMN body SET COMPRESSION pglz;
ALTER TABLE public.drafts ALTER COLUMN title SET STORAGE MAIN;
