delete from base;
