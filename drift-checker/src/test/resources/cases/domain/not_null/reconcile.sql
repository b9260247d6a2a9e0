ALTER DOMAIN public.email SET DEFAULT ''::text;
ALTER DOMAIN public.email SET NOT NULL;
