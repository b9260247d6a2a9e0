create trigger x before insert on base for each row execute function g();
