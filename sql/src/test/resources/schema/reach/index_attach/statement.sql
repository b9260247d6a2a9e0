alter index pt_v_idx attach partition pt1_v;
