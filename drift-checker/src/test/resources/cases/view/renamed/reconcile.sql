-- taken for a rename: all else about it is equal
ALTER VIEW public.v RENAME TO w;
