DROP TRIGGER t ON public.users;
CREATE TRIGGER t BEFORE INSERT OR UPDATE OF name ON public.users FOR EACH ROW WHEN ((new.id > 0)) EXECUTE FUNCTION public.touch();
