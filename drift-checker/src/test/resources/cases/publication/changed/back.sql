ALTER PUBLICATION p SET TABLE ONLY public.users;
ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate');
