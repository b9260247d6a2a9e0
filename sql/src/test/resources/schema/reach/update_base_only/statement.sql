update only base set n = 1;
