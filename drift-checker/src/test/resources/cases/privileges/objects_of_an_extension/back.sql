REVOKE SELECT ON TABLE public.pg_stat_statements FROM reader;
