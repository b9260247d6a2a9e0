CREATE OPERATOR FAMILY public.oc USING btree;
ALTER OPERATOR FAMILY public.oc USING btree OWNER TO postgres;
CREATE OPERATOR CLASS public.oc FOR TYPE integer USING btree FAMILY public.oc AS OPERATOR 1 < (integer, integer), OPERATOR 3 = (integer, integer), FUNCTION 1 (integer, integer) btint4cmp(integer, integer);
ALTER OPERATOR CLASS public.oc USING btree OWNER TO postgres;
