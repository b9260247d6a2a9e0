lock table pt in share mode;
