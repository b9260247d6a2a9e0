ALTER TYPE public.r RENAME TO r__old;
ALTER TYPE public.r_multirange RENAME TO r_multirange__old;
ALTER FUNCTION public.r_multirange() RENAME TO r_multirange__old;
ALTER FUNCTION public.r(text, text) RENAME TO r__old;
ALTER FUNCTION public.r(text, text, text) RENAME TO r__old;
CREATE TYPE public.r AS RANGE (collation = public.k, multirange_type_name = public.r_multirange, subtype = text);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t b 'public.r'
ALTER TABLE public.t ALTER COLUMN b TYPE public.r USING b::text::public.r;
ALTER TYPE public.r OWNER TO postgres;
DROP TYPE public.r__old;
