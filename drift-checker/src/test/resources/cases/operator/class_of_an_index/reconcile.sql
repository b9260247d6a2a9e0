DROP INDEX CONCURRENTLY public.i;
DROP OPERATOR CLASS public.back USING btree;
CREATE OPERATOR CLASS public.back FOR TYPE integer USING btree FAMILY public.back AS OPERATOR 1 > (integer, integer), OPERATOR 2 >= (integer, integer), OPERATOR 3 = (integer, integer), OPERATOR 5 < (integer, integer), FUNCTION 1 (integer, integer) btint4cmp(integer, integer);
ALTER OPERATOR CLASS public.back USING btree OWNER TO postgres;
CREATE INDEX CONCURRENTLY i ON public.t USING btree (a public.back);
