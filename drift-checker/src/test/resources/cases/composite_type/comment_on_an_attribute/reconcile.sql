COMMENT ON COLUMN public.pair.x IS 'left';
