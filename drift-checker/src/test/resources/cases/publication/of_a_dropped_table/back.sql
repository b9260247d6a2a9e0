CREATE TABLE public.t (
    a integer NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (a)
);
ALTER PUBLICATION p SET TABLE ONLY public.t, ONLY public.u;
ALTER TABLE public.t OWNER TO postgres;
