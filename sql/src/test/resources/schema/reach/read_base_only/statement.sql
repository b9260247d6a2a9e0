select * from only base;
