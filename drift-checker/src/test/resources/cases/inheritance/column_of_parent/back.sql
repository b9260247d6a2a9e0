-- its values are lost; to drop it step by step: deed expand drop-column public.base note
-- loses data
ALTER TABLE public.base DROP COLUMN note;
