lock table vjoin in share mode;
