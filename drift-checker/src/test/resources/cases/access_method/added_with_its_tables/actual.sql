SET default_table_access_method = heap;
CREATE TABLE public.kept (
    id integer
);
CREATE MATERIALIZED VIEW public.copied AS
 SELECT kept.id
   FROM public.kept
  WITH NO DATA;
