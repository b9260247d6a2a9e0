insert into parent values (1,'x'); insert into t values (1, 1);
