DROP PUBLICATION q;
ALTER PUBLICATION p SET TABLE ONLY public.t (a) WHERE (a > 1), ONLY public.u;
ALTER PUBLICATION p SET (publish_via_partition_root = 'true');
ALTER PUBLICATION r DROP TABLE ONLY public.u;
ALTER PUBLICATION r SET (publish = 'insert, update');
CREATE PUBLICATION q FOR TABLE ONLY public.u;
ALTER PUBLICATION q OWNER TO postgres;
