DROP VIEW public.v;
DROP AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any");
DROP AGGREGATE public.va(VARIADIC integer[]);
CREATE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = dense_rank_final, finalfunc_extra, hypothetical);
ALTER AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") OWNER TO postgres;
CREATE AGGREGATE public.va(integer[]) (sfunc = public.cc, stype = integer[]);
ALTER AGGREGATE public.va(integer[]) OWNER TO postgres;
CREATE VIEW public.v AS
    SELECT public.va(ARRAY[1, 2]) AS x;
ALTER VIEW public.v OWNER TO postgres;
