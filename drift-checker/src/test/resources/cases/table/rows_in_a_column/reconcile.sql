-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.place x 'bigint'
ALTER TABLE public.place ALTER COLUMN x TYPE bigint;
CREATE TABLE public.new_place (
    x integer,
    y text,
    z date
);
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.visits at 'public.new_place'
ALTER TABLE public.visits ALTER COLUMN at TYPE public.new_place USING at::text::public.new_place;
ALTER TABLE public.new_place OWNER TO postgres;
ALTER TABLE public.place ADD COLUMN z integer GENERATED ALWAYS AS (1) STORED;
CREATE TABLE public.stops (
    id integer,
    at public.place,
    others public.place[]
);
ALTER TABLE public.stops OWNER TO postgres;
ALTER TABLE public.trips ADD COLUMN start public.place;
