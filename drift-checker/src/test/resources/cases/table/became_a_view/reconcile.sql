-- its rows are lost; to drop it step by step: deed expand drop-table public.users
-- loses data
DROP TABLE public.users;
-- needs another
CREATE VIEW public.users AS
    SELECT 1 AS id, 'x'::text AS name;
-- needs another
ALTER VIEW public.users OWNER TO postgres;
