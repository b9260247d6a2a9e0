DROP AGGREGATE public.percent(double precision ORDER BY anyelement);
