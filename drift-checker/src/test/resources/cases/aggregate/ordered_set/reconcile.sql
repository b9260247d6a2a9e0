CREATE AGGREGATE public.percent(double precision ORDER BY anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
ALTER AGGREGATE public.percent(double precision ORDER BY anyelement) OWNER TO postgres;
