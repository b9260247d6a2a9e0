ALTER TYPE public.pair ALTER ATTRIBUTE a TYPE bigint;
ALTER TYPE public.pair ADD ATTRIBUTE c date;
