merge into only base using (select 1 as i) s on base.id = s.i when matched then update set n = 2;
