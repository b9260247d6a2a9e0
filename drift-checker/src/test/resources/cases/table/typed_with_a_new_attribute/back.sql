-- needs another
ALTER TABLE public.guests NOT OF;
-- its values are lost; to drop it step by step: deed expand drop-column public.guests born
-- loses data
ALTER TABLE public.guests DROP COLUMN born;
-- its values are lost; to drop it step by step: deed expand drop-column public.members born
-- loses data
ALTER TABLE public.members DROP COLUMN born;
-- its values are lost; to drop it step by step: deed expand drop-column public.members email
-- loses data
ALTER TABLE public.members DROP COLUMN email;
-- the attribute's values are lost
-- loses data
ALTER TYPE public.person DROP ATTRIBUTE born CASCADE;
-- needs another
ALTER TABLE public.members OF public.person;
