ALTER TABLE public.events ATTACH PARTITION public.events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER INDEX public.ea ATTACH PARTITION public.events_2026_at_idx;
ALTER INDEX public.events_pkey ATTACH PARTITION public.events_2026_pkey;
