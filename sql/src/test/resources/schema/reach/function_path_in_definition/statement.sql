create function f() returns void language plpgsql set search_path = app, pg_temp as $$
begin
  delete from orders;
end $$;
