create index t_id on app.t (id);
