drop view vt cascade;
