-- taken for a rename: all else about it is equal
ALTER TABLE public.events RENAME COLUMN id TO event_id;
