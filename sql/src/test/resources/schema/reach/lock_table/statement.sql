lock table t in share mode;
