CREATE TABLE public.t2 (
    a integer NOT NULL,
    b text DEFAULT 'x'::text,
    CONSTRAINT t2_pkey PRIMARY KEY (a)
);
CREATE TABLE public.td (
    a integer NOT NULL,
    b text DEFAULT 'x'::text,
    CONSTRAINT td_pkey PRIMARY KEY (a)
);
CREATE INDEX t2_b_idx ON public.t2 USING btree (b);
ALTER TABLE public.t ATTACH PARTITION public.t2 FOR VALUES FROM (10) TO (20);
ALTER TABLE public.t2 OWNER TO postgres;
ALTER INDEX public.i ATTACH PARTITION public.t2_b_idx;
ALTER INDEX public.t_pkey ATTACH PARTITION public.t2_pkey;
CREATE INDEX td_b_idx ON public.td USING btree (b);
ALTER TABLE public.t ATTACH PARTITION public.td DEFAULT;
ALTER TABLE public.td OWNER TO postgres;
ALTER INDEX public.i ATTACH PARTITION public.td_b_idx;
ALTER INDEX public.t_pkey ATTACH PARTITION public.td_pkey;
