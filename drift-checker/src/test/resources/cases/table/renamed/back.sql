-- taken for a rename: all else about it is equal
ALTER TABLE public.purchases RENAME TO orders;
