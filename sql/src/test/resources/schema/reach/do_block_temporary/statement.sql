do $$
begin
  create temp table tmp_x as select * from t;
  create index tmp_x_id on tmp_x (id);
  insert into tmp_x values (1);
  drop table tmp_x;
end $$;
