alter index t_b_idx rename to x;
