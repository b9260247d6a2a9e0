DROP AGGREGATE public.total(integer);
CREATE AGGREGATE public.total(integer) (sfunc = int4pl, stype = integer, initcond = '0');
ALTER AGGREGATE public.total(integer) OWNER TO postgres;
