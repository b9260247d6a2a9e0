DROP COLLATION public.c;
CREATE COLLATION public.c (locale = 'C');
ALTER COLLATION public.c OWNER TO postgres;
