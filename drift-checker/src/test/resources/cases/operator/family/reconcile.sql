CREATE OPERATOR FAMILY public.fam USING btree;
ALTER OPERATOR FAMILY public.fam USING btree add operator 1 < (integer, bigint);
ALTER OPERATOR FAMILY public.fam USING btree OWNER TO postgres;
COMMENT ON OPERATOR FAMILY public.fam USING btree IS 'f';
CREATE OPERATOR CLASS public.c for type integer using btree family public.fam as operator 1 < (integer, integer), operator 3 = (integer, integer), function 1 (integer, integer) btint4cmp(integer, integer);
ALTER OPERATOR CLASS public.c USING btree OWNER TO postgres;
COMMENT ON OPERATOR CLASS public.c USING btree IS 'c';
