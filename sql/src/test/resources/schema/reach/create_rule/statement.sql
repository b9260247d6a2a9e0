create rule r as on insert to t do also insert into parent values (new.id);
