CREATE OPERATOR public.=== (function = int4eq, leftarg = integer, rightarg = integer);
ALTER OPERATOR public.===(integer, integer) OWNER TO postgres;
