analyze pt;
