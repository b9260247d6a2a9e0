alter view vt rename column a to z;
