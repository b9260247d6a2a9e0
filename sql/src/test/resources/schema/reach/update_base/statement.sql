update base set a = 1;
