CREATE TABLE public.prices (
    id integer NOT NULL,
    whole numeric(5) DEFAULT 3 NOT NULL,
    cells integer[][] DEFAULT ARRAY[1, 2],
    many numeric(4)[3],
    share real DEFAULT .5,
    CONSTRAINT whole_positive CHECK (whole::numeric(4) > 0)
);
ALTER TABLE public.prices ADD CONSTRAINT share_small CHECK (share < .75) NOT VALID;
CREATE TABLE public.copied (LIKE public.prices INCLUDING CONSTRAINTS);
CREATE TABLE public.old_prices () INHERITS (public.prices);
CREATE PUBLICATION numbers FOR TABLE public.prices;
CREATE DOMAIN public.rate AS numeric(6);
CREATE FUNCTION public.half(x numeric, cells integer[][]) RETURNS numeric LANGUAGE sql AS 'SELECT x / 2';
