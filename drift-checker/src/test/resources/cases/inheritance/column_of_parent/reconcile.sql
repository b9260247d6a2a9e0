ALTER TABLE public.base ADD COLUMN note text;
