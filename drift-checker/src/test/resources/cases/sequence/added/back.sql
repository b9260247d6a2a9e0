-- its position is lost
-- loses data
DROP SEQUENCE public.s;
