CREATE ACCESS METHOD rows2 TYPE TABLE HANDLER heap_tableam_handler;
SET default_table_access_method = rows2;
CREATE TABLE public.kept (
    id integer
);
CREATE MATERIALIZED VIEW public.copied AS
 SELECT kept.id
   FROM public.kept
  WITH NO DATA;
