ALTER DOMAIN public.positive DROP CONSTRAINT positive_check;
