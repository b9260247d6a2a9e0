COMMENT ON CONSTRAINT email_check ON DOMAIN public.email IS NULL;
