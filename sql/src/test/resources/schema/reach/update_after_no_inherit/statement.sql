update base set n = 1;
