DROP CAST (integer AS public.mood);
