ALTER TABLE ONLY public.t ADD CONSTRAINT t_check CHECK ((a > 0));
