update parent set grp = 2;
