alter table t add constraint u unique using index t_c_u;
