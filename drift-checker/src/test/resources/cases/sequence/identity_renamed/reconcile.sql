-- taken for a rename: both are the sequence of public.t.id
ALTER SEQUENCE public.myseq RENAME TO other;
ALTER SEQUENCE public.other MINVALUE 2 MAXVALUE 2147483647 START WITH 8 CACHE 1 CYCLE;
