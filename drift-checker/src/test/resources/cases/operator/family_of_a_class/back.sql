CREATE FUNCTION public.compare(integer, bigint) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT 0$$;
ALTER OPERATOR FAMILY public.numbers USING btree DROP FUNCTION 1 (integer, bigint), OPERATOR 5 (integer, bigint);
ALTER OPERATOR FAMILY public.numbers USING btree ADD FUNCTION 1 (integer, bigint) public.compare(integer, bigint), OPERATOR 1 < (integer, bigint);
ALTER FUNCTION public.compare(integer, bigint) OWNER TO postgres;
