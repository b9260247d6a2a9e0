alter table pt add check (k >= 0);
