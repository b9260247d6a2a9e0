alter domain pos add check (value > 0) not valid;
