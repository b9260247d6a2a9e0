alter table only public.t add constraint t_check check ((a > 0));
