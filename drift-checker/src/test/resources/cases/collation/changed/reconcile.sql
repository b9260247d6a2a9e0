DROP COLLATION public.c;
CREATE COLLATION public.c (locale = 'POSIX');
ALTER COLLATION public.c OWNER TO postgres;
