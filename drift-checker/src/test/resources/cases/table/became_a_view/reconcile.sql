-- its rows are lost; to drop it step by step: deed expand drop-table public.users
-- loses data
DROP TABLE public.users;
-- needs another
CREATE VIEW public.users AS
    select 1 as id, 'x'::text as name;
-- needs another
ALTER VIEW public.users OWNER TO postgres;
