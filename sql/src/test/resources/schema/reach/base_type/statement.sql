alter table base alter a type bigint;
