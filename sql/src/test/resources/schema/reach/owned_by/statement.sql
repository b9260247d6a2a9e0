alter sequence sq owned by t.c;
