CREATE OPERATOR FAMILY public.oc USING btree;
ALTER OPERATOR FAMILY public.oc USING btree OWNER TO postgres;
CREATE OPERATOR CLASS public.oc for type integer using btree family public.oc as operator 1 < (integer, integer), operator 3 = (integer, integer), function 1 (integer, integer) btint4cmp(integer, integer);
ALTER OPERATOR CLASS public.oc USING btree OWNER TO postgres;
