DROP VIEW public.n;
DROP VIEW public.u;
ALTER VIEW public.v RESET (security_invoker);
ALTER VIEW public.v SET (security_barrier=TRUE);
ALTER VIEW public.w SET (check_option=local);
