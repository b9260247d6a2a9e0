CREATE TABLE public.events_2027 (
    id integer NOT NULL,
    at date NOT NULL
);
ALTER TABLE public.events ATTACH PARTITION public.events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
ALTER TABLE public.events_2027 OWNER TO postgres;
