alter table pt owner to current_user;
