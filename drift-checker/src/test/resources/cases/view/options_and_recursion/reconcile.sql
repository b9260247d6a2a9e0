ALTER VIEW public.v RESET (security_barrier);
ALTER VIEW public.v SET (security_invoker=true);
ALTER VIEW public.w SET (check_option=cascaded);
CREATE VIEW public.n AS
    with recursive n(x) as (values(1) union all select (n_1.x + 1) from n n_1 where (n_1.x < 10)) select n.x from n;
ALTER VIEW public.n OWNER TO postgres;
CREATE VIEW public.u AS
    select count(*) over(partition by t.b) as n, case when (t.a > 1) then 'x'::text else t.b end as c, (t.a = any (array[1, 2])) as d, (exists(select 1 from public.v)) as e from public.t;
ALTER VIEW public.u OWNER TO postgres;
