ALTER TABLE ONLY public.account ADD name text, ADD COLUMN nick text;
