-- taken for a rename: all else about it is equal
ALTER TABLE public.events RENAME COLUMN event_id TO id;
