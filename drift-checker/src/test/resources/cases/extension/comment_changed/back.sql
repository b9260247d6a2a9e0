COMMENT ON EXTENSION pgcrypto IS 'cryptographic functions';
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT encode(public.gen_random_bytes(4), 'hex'::text);
