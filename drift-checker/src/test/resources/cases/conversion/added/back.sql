DROP CONVERSION public.latin;
