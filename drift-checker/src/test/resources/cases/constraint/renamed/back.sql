-- taken for a rename: all else about it is equal
ALTER TABLE public.users RENAME CONSTRAINT b TO a;
