ALTER TABLE public.events DETACH PARTITION public.events_2021;
DROP TRIGGER touched ON public.events;
CREATE TRIGGER touched BEFORE INSERT ON public.events_2020_1 FOR EACH ROW EXECUTE FUNCTION public.touch();
CREATE TRIGGER touched BEFORE INSERT ON public.events_2021 FOR EACH ROW EXECUTE FUNCTION public.touch();
