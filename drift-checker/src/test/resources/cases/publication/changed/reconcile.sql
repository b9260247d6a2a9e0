ALTER PUBLICATION p SET TABLE ONLY public.users WHERE (id > 1);
ALTER PUBLICATION p SET (publish = 'insert');
