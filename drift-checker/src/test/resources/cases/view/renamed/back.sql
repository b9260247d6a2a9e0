-- taken for a rename: all else about it is equal
ALTER VIEW public.w RENAME TO v;
