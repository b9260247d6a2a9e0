create trigger x before insert on t for each row execute function g();
