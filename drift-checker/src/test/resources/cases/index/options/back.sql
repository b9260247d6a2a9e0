ALTER INDEX public.a RESET (fillfactor);
