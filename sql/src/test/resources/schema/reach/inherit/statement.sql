alter table apart inherit base;
