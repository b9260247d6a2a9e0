CREATE CAST (public.pair AS text) with inout;
