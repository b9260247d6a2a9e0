CREATE OPERATOR FAMILY public.fam USING btree;
ALTER OPERATOR FAMILY public.fam USING btree ADD OPERATOR 1 < (integer, bigint);
ALTER OPERATOR FAMILY public.fam USING btree OWNER TO postgres;
COMMENT ON OPERATOR FAMILY public.fam USING btree IS 'f';
CREATE OPERATOR CLASS public.c FOR TYPE integer USING btree FAMILY public.fam AS OPERATOR 1 < (integer, integer), OPERATOR 3 = (integer, integer), FUNCTION 1 (integer, integer) btint4cmp(integer, integer);
ALTER OPERATOR CLASS public.c USING btree OWNER TO postgres;
COMMENT ON OPERATOR CLASS public.c USING btree IS 'c';
