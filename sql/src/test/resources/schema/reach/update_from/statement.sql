update t set b = p.code from parent p where p.id = t.a;
