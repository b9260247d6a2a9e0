DROP FOREIGN TABLE public.ft;
DROP USER MAPPING FOR app_reader server far;
DROP SERVER far;
CREATE SERVER far type 'a' version '1' foreign data wrapper dummy options (host 'h');
ALTER SERVER far OWNER TO postgres;
CREATE USER MAPPING FOR app_reader server far options ("user" 'u');
CREATE FOREIGN TABLE public.ft (
    a integer
)
SERVER far;
ALTER FOREIGN TABLE public.ft OWNER TO postgres;
