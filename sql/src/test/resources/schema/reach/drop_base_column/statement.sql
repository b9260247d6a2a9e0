alter table base drop column b;
