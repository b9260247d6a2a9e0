-- its rows are lost; to drop it step by step: deed expand drop-table public.user_notes
-- loses data
DROP TABLE public.user_notes;
