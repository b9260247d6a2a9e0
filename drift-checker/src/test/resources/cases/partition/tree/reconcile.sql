CREATE TABLE public.t (
    a integer NOT NULL,
    b text NOT NULL,
    c date,
    CONSTRAINT t_a_check CHECK ((a > 0)),
    CONSTRAINT t_pkey PRIMARY KEY (a, b)
)
PARTITION BY LIST (b);
ALTER TABLE public.t OWNER TO postgres;
CREATE TABLE public.tn (
    a integer NOT NULL,
    b text NOT NULL,
    c date,
    CONSTRAINT t_a_check CHECK ((a > 0)),
    CONSTRAINT tn_pkey PRIMARY KEY (a, b)
);
CREATE TABLE public.tx (
    a integer NOT NULL,
    b text NOT NULL,
    c date,
    CONSTRAINT t_a_check CHECK ((a > 0)),
    CONSTRAINT tx_pkey PRIMARY KEY (a, b)
)
PARTITION BY HASH (a);
CREATE TABLE public.tx0 (
    a integer NOT NULL,
    b text NOT NULL,
    c date,
    CONSTRAINT t_a_check CHECK ((a > 0)),
    CONSTRAINT tx0_pkey PRIMARY KEY (a, b)
);
CREATE TABLE public.tx1 (
    a integer NOT NULL,
    b text NOT NULL,
    c date,
    CONSTRAINT t_a_check CHECK ((a > 0)),
    CONSTRAINT tx1_pkey PRIMARY KEY (a, b)
);
CREATE TABLE public.u (
    a integer,
    b text
);
ALTER TABLE public.u OWNER TO postgres;
CREATE INDEX i ON ONLY public.t USING btree (c);
CREATE INDEX tn_c_idx ON public.tn USING btree (c);
ALTER TABLE public.t ATTACH PARTITION public.tn DEFAULT;
ALTER TABLE public.tn OWNER TO postgres;
ALTER INDEX public.i ATTACH PARTITION public.tn_c_idx;
ALTER INDEX public.t_pkey ATTACH PARTITION public.tn_pkey;
CREATE INDEX tx_c_idx ON ONLY public.tx USING btree (c);
ALTER TABLE public.t ATTACH PARTITION public.tx FOR VALUES IN ('x', 'y');
ALTER TABLE public.tx OWNER TO postgres;
CREATE INDEX tx0_c_idx ON public.tx0 USING btree (c);
ALTER TABLE public.tx ATTACH PARTITION public.tx0 FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE public.tx0 OWNER TO postgres;
ALTER INDEX public.tx_c_idx ATTACH PARTITION public.tx0_c_idx;
ALTER INDEX public.tx_pkey ATTACH PARTITION public.tx0_pkey;
CREATE INDEX tx1_c_idx ON public.tx1 USING btree (c);
ALTER TABLE public.tx ATTACH PARTITION public.tx1 FOR VALUES WITH (modulus 2, remainder 1);
ALTER TABLE public.tx1 OWNER TO postgres;
ALTER INDEX public.tx_c_idx ATTACH PARTITION public.tx1_c_idx;
ALTER INDEX public.tx_pkey ATTACH PARTITION public.tx1_pkey;
ALTER INDEX public.i ATTACH PARTITION public.tx_c_idx;
ALTER INDEX public.t_pkey ATTACH PARTITION public.tx_pkey;
ALTER TABLE public.u ADD CONSTRAINT u_a_b_fkey FOREIGN KEY (a, b) REFERENCES public.t(a, b);
