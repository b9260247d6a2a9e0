alter table other alter column id type bigint;
