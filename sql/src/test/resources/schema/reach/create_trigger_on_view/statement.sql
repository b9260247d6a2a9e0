create trigger x instead of insert on vjoin for each row execute function io();
