-- taken for a rename: both are the sequence of public.t.id
ALTER SEQUENCE public.other RENAME TO myseq;
ALTER SEQUENCE public.myseq MINVALUE 1 MAXVALUE 2147483647 START WITH 7 CACHE 3 NO CYCLE;
