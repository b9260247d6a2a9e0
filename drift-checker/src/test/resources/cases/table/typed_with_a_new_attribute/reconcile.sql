ALTER TABLE public.members NOT OF;
ALTER TYPE public.person ADD ATTRIBUTE born date CASCADE;
ALTER TABLE public.guests ADD COLUMN born date;
ALTER TABLE public.guests OF public.person;
ALTER TABLE public.members ADD COLUMN born date;
ALTER TABLE public.members ADD COLUMN email text;
