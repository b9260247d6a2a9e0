alter policy p on t rename to q;
