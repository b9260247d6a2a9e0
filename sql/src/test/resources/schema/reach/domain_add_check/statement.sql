alter domain pos add check (value > 0);
