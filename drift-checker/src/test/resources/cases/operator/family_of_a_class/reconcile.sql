ALTER OPERATOR FAMILY public.numbers USING btree DROP FUNCTION 1 (integer, bigint), OPERATOR 1 (integer, bigint);
ALTER OPERATOR FAMILY public.numbers USING btree ADD FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint), OPERATOR 5 > (integer, bigint);
DROP FUNCTION public.compare(integer, bigint);
