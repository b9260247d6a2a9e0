alter table pt disable trigger x;
