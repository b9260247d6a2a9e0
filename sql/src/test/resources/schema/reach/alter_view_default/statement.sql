alter view vt alter column a set default 1;
