-- taken for a rename: all else about it is equal
ALTER TYPE public.mood RENAME TO feeling;
