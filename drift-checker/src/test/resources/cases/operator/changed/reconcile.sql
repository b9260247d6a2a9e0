DROP VIEW public.v;
DROP OPERATOR public.===(integer, text);
CREATE OPERATOR public.=== (function = public.eq2, leftarg = integer, rightarg = text, restrict = eqsel);
ALTER OPERATOR public.===(integer, text) OWNER TO postgres;
COMMENT ON OPERATOR public.===(integer, text) IS 'o';
CREATE VIEW public.v AS
    SELECT t.a FROM public.t WHERE (t.a OPERATOR(public.===) t.b);
ALTER VIEW public.v OWNER TO postgres;
