comment on trigger t_ins on t is 'x';
