-- taken for a rename: all else about it is equal
ALTER FUNCTION public.g(integer) RENAME TO f;
