create domain dm as int check (value > 0);
