update vt set a = 1;
