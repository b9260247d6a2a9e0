comment on constraint t_pkey on t is 'x';
