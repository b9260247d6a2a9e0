alter table ser owner to current_user;
