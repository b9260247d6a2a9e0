CREATE CAST (public.pair AS text) WITH INOUT;
