lock table base;
