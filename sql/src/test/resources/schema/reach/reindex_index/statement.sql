reindex index t_b_idx;
