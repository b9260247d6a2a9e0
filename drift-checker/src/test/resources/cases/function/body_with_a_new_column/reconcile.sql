-- needs another
CREATE OR REPLACE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    begin atomic SELECT t.b FROM public.t; END;
-- its values are lost; to drop it step by step: deed expand drop-column public.t a
-- loses data
ALTER TABLE public.t DROP COLUMN a;
