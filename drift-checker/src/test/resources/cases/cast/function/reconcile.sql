CREATE CAST (integer AS public.mood) WITH FUNCTION public.mood_of(integer) AS ASSIGNMENT;
COMMENT ON CAST (integer AS public.mood) IS 'mood of a number';
