CREATE RULE r AS ON DELETE TO public.users DO INSTEAD nothing;
