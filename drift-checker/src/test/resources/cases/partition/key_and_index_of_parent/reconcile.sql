CREATE INDEX events_at_idx ON ONLY public.events USING btree (at);
CREATE INDEX CONCURRENTLY events_2026_at_idx ON public.events_2026 USING btree (at);
ALTER INDEX public.events_at_idx ATTACH PARTITION public.events_2026_at_idx;
ALTER TABLE public.events ADD CONSTRAINT events_id_check CHECK ((id > 0)) NOT VALID;
ALTER TABLE public.events VALIDATE CONSTRAINT events_id_check;
ALTER TABLE ONLY public.events ADD CONSTRAINT events_pkey PRIMARY KEY (id, at);
CREATE UNIQUE INDEX CONCURRENTLY events_2026_pkey ON public.events_2026 USING btree (id, at);
ALTER TABLE public.events_2026 ADD CONSTRAINT events_2026_pkey PRIMARY KEY USING INDEX events_2026_pkey;
ALTER INDEX public.events_pkey ATTACH PARTITION public.events_2026_pkey;
