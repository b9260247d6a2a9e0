CREATE TRANSFORM FOR integer language plpgsql (to sql with function public.to_int(internal));
COMMENT ON TRANSFORM FOR integer language plpgsql IS 't';
