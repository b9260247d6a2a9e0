alter table idt alter column id drop identity;
