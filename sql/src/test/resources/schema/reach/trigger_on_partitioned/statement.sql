create trigger x before insert on pt for each row execute function g();
