insert into vt values (1, null);
