ALTER VIEW public.v RESET (security_barrier);
ALTER VIEW public.v SET (security_invoker=TRUE);
ALTER VIEW public.w SET (check_option=cascaded);
CREATE VIEW public.n AS
    WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT (n_1.x + 1) FROM n n_1 WHERE (n_1.x < 10)) SELECT n.x FROM n;
ALTER VIEW public.n OWNER TO postgres;
CREATE VIEW public.u AS
    SELECT count(*) OVER(PARTITION BY t.b) AS n, CASE WHEN (t.a > 1) THEN 'x'::text ELSE t.b END AS c, (t.a = ANY (ARRAY[1, 2])) AS d, (EXISTS(SELECT 1 FROM public.v)) AS e FROM public.t;
ALTER VIEW public.u OWNER TO postgres;
