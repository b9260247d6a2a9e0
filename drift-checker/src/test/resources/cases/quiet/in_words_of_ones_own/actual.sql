CREATE DOMAIN public.rate AS numeric(6,0);
CREATE FUNCTION public.half(x numeric, cells integer[]) RETURNS numeric
    LANGUAGE sql
    AS $$SELECT x / 2$$;
CREATE TABLE public.copied (
    id integer NOT NULL,
    whole numeric(5,0) NOT NULL,
    cells integer[],
    many numeric(4,0)[],
    share real,
    CONSTRAINT share_small CHECK ((share < (0.75)::double precision)),
    CONSTRAINT whole_positive CHECK (((whole)::numeric(4,0) > (0)::numeric))
);
CREATE TABLE public.prices (
    id integer NOT NULL,
    whole numeric(5,0) DEFAULT 3 NOT NULL,
    cells integer[] DEFAULT ARRAY[1, 2],
    many numeric(4,0)[],
    share real DEFAULT 0.5,
    CONSTRAINT whole_positive CHECK (((whole)::numeric(4,0) > (0)::numeric))
);
CREATE TABLE public.old_prices (
)
INHERITS (public.prices);
ALTER TABLE ONLY public.old_prices ALTER COLUMN whole SET DEFAULT 3;
ALTER TABLE ONLY public.old_prices ALTER COLUMN cells SET DEFAULT ARRAY[1, 2];
ALTER TABLE ONLY public.old_prices ALTER COLUMN share SET DEFAULT 0.5;
ALTER TABLE public.prices
    ADD CONSTRAINT share_small CHECK ((share < (0.75)::double precision)) NOT VALID;
CREATE PUBLICATION numbers WITH (publish = 'insert, update, delete, truncate');
ALTER PUBLICATION numbers ADD TABLE ONLY public.old_prices;
ALTER PUBLICATION numbers ADD TABLE ONLY public.prices;
