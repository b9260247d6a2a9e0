drop trigger t_ins on t;
