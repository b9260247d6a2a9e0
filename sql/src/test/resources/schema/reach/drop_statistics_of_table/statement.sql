drop statistics st;
