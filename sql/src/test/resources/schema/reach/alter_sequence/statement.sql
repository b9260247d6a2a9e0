alter sequence t_id_seq increment 5;
