CREATE ACCESS METHOD rows2 TYPE TABLE HANDLER heap_tableam_handler;
-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.kept SET ACCESS METHOD rows2;
-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER MATERIALIZED VIEW public.copied SET ACCESS METHOD rows2;
