-- taken for a rename: all else about it is equal
ALTER INDEX public.a RENAME TO b;
