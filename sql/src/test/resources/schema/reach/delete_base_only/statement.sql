delete from only base;
