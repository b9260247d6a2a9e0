-- taken for a rename: all else about it is equal
ALTER TABLE public.orders RENAME TO purchases;
