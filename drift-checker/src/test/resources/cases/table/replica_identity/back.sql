ALTER TABLE public.users REPLICA IDENTITY default;
