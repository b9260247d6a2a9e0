-- its rows are lost; to drop it step by step: deed expand drop-table s.t
-- loses data
DROP TABLE s.t;
CREATE TABLE public.t (
    id integer NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE public.t OWNER TO postgres;
