DROP INDEX CONCURRENTLY public.i;
DROP OPERATOR CLASS public.back USING btree;
CREATE OPERATOR CLASS public.back for type integer using btree family public.back as operator 1 > (integer, integer), operator 3 = (integer, integer), operator 5 < (integer, integer), function 1 (integer, integer) btint4cmp(integer, integer);
ALTER OPERATOR CLASS public.back USING btree OWNER TO postgres;
CREATE INDEX CONCURRENTLY i ON public.t USING btree (a public.back);
