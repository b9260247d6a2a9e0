select outer_f();
