COMMENT ON EXTENSION pgcrypto IS 'mine';
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT encode(public.digest('x'::text, 'md5'::text), 'hex'::text);
