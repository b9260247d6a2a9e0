alter view vt rename to vt2;
