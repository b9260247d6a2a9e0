alter table base rename column a to z;
