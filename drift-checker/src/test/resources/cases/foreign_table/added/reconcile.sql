CREATE FOREIGN DATA WRAPPER dummy;
ALTER FOREIGN DATA WRAPPER dummy OWNER TO postgres;
CREATE SERVER far FOREIGN DATA WRAPPER dummy OPTIONS (host 'h');
ALTER SERVER far OWNER TO postgres;
CREATE USER MAPPING FOR public SERVER far OPTIONS ("user" 'u');
CREATE FOREIGN TABLE public.ft (
    id integer OPTIONS (column_name 'ID') NOT NULL,
    name text DEFAULT 'x'::text,
    CONSTRAINT ft_id_check CHECK ((id > 0))
)
SERVER far OPTIONS (table_name 'T');
ALTER FOREIGN TABLE public.ft OWNER TO postgres;
COMMENT ON FOREIGN TABLE public.ft IS 'far';
