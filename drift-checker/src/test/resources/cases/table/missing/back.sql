CREATE TABLE public.orders (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    total numeric(10,2),
    CONSTRAINT orders_total_check CHECK ((total > (0)::numeric)),
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
ALTER TABLE public.orders OWNER TO postgres;
