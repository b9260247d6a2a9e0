cluster t using t_pkey;
