CREATE CAST (integer AS public.mood) with function public.mood_of(integer) as assignment;
COMMENT ON CAST (integer AS public.mood) IS 'mood of a number';
