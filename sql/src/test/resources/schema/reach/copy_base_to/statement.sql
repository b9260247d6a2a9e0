copy base to stdout;
