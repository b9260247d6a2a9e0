DROP INDEX public.i;
CREATE INDEX i ON ONLY public.t USING btree (b);
