-- taken for a rename: all else about it is equal
ALTER FUNCTION public.f(integer) RENAME TO g;
