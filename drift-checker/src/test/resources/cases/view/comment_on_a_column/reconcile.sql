COMMENT ON COLUMN public.v.a IS 'seen';
