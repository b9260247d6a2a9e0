alter view vt set (security_barrier = true);
