DROP VIEW public.v;
DROP AGGREGATE public.total(integer);
CREATE AGGREGATE public.total(integer) (sfunc = int4pl, stype = integer, initcond = '7');
ALTER AGGREGATE public.total(integer) OWNER TO postgres;
CREATE VIEW public.v AS
    SELECT t.g, public.total(t.a) AS s FROM public.t GROUP BY t.g;
ALTER VIEW public.v OWNER TO postgres;
