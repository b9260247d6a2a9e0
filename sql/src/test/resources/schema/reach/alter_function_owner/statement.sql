alter function trg() rename to trg2;
