GRANT SELECT ON TABLE public.pg_stat_statements TO reader;
