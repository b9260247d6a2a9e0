comment on index t_b_idx is 'x';
