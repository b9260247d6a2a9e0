DROP TRIGGER touched ON public.events_2020_1;
DROP TRIGGER touched ON public.events_2021;
ALTER TABLE public.events ATTACH PARTITION public.events_2021 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TRIGGER touched BEFORE INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION public.touch();
