alter trigger t_ins on t rename to t_in;
