create function f() returns void language plpgsql as $$
begin
  create temp table tmp_x as select * from t;
  insert into tmp_x values (1);
end $$;
