-- taken for a rename: all else about it is equal
ALTER TYPE public.feeling RENAME TO mood;
