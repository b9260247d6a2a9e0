-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
CREATE TABLE s.t (
    id integer NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE s.t OWNER TO postgres;
