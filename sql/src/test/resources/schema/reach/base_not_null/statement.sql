alter table base alter a set not null;
