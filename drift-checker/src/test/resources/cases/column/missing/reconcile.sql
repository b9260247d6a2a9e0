-- its values are lost; to drop it step by step: deed expand drop-column public.users email
-- loses data
ALTER TABLE public.users DROP COLUMN email;
