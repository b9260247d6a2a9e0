ALTER INDEX public.a SET (fillfactor=60);
