alter table other drop constraint other_pkey cascade;
