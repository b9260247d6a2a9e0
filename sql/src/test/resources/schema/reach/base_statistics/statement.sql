alter table base alter a set statistics 5;
