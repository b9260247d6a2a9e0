ALTER TABLE public.t ALTER COLUMN a TYPE character varying(20);
ALTER TABLE public.t ALTER COLUMN b TYPE numeric(7,2);
