ALTER TYPE public.e ADD VALUE 'a' BEFORE 'b';
ALTER TYPE public.e ADD VALUE 'c' AFTER 'b';
ALTER TYPE public.e ADD VALUE 'e';
ALTER TYPE public.e ADD VALUE 'f' AFTER 'e';
ALTER TABLE public.t ALTER COLUMN x SET DEFAULT 'c'::public.e;
