CREATE AGGREGATE public.total(integer) (sfunc = int4pl, stype = integer, initcond = '0');
ALTER AGGREGATE public.total(integer) OWNER TO postgres;
COMMENT ON AGGREGATE public.total(integer) IS 'sum';
