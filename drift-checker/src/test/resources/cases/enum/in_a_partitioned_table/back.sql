ALTER TYPE public.e ADD VALUE 'b' AFTER 'a';
