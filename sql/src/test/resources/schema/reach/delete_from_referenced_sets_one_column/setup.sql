create table tenant (id int, part int, primary key (id, part));
create table doc (tenant int, part int, foreign key (tenant, part) references tenant on delete set null (part));
create table tenant_log (id int);
create table part_log (id int);
create function log_tenant() returns trigger language plpgsql as $$ begin insert into tenant_log values (1); return new; end $$;
create function log_part() returns trigger language plpgsql as $$ begin insert into part_log values (1); return new; end $$;
create trigger of_tenant after update of tenant on doc for each row execute function log_tenant();
create trigger of_part after update of part on doc for each row execute function log_part();
