ALTER DOMAIN public.email VALIDATE CONSTRAINT email_check;
