DROP TRIGGER tr ON public.t;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'bigint'
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;
CREATE TRIGGER tr BEFORE UPDATE OF a ON public.t FOR EACH ROW WHEN ((new.a > 1)) EXECUTE FUNCTION public.f();
COMMENT ON TRIGGER tr ON public.t IS 'tr';
