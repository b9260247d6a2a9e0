DROP VIEW public.v;
DROP AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any");
DROP AGGREGATE public.va(integer[]);
CREATE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final, finalfunc_extra, hypothetical);
ALTER AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") OWNER TO postgres;
CREATE AGGREGATE public.va(VARIADIC integer[]) (sfunc = public.cc, stype = integer[]);
ALTER AGGREGATE public.va(VARIADIC integer[]) OWNER TO postgres;
COMMENT ON AGGREGATE public.va(VARIADIC integer[]) IS 'joined';
CREATE VIEW public.v AS
    SELECT public.va(VARIADIC ARRAY[1, 2]) AS x;
ALTER VIEW public.v OWNER TO postgres;
