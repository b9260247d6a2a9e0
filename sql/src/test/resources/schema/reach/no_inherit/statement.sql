alter table kid no inherit base;
