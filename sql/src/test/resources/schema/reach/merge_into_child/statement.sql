merge into t using parent p on p.id = t.a when matched then update set a = p.id when not matched then insert values (p.id, p.id);
