insert into customer (mail, name) values ('a@b', 'n')
insert into customer (mail, name, referrer) values ('a@b', 'n', null)
insert into orders (customer_id) select id from customer
update orders set note = 'x'
update orders set placed = now()
update orders set customer_id = 1 where id = 2
delete from customer
delete from customer where id = 3
update customer set id = id + 1
update customer set name = 'x'
delete from product where id = 1
update product set id = 5 where id = 4
update product set price = 2
insert into product (sku, price) values ('a', 1)
insert into item select o.id, p.id, 1 from orders o, product p on conflict do nothing
insert into shipment values (1, null)
delete from item using orders where orders.id = item.order_id
update item set n = 2 from product p where p.id = item.product_id
insert into event values (1, '2025-02-02', 'a', null)
insert into event_26 values (1, '2026-02-02', 'a', null)
update event set kind = 'b' where id = 1
delete from event
select * from event
select * from only unused
select * from unused
select * from event_26 for update
delete from unused
delete from only unused
update unused set a = 1
insert into unused values (1)
update paid set note = 'y'
delete from stocked
delete from stocked where id = 1
insert into stocked (sku, price) values ('z', 1)
update counter set n = 1
select price_of(1)
select atomic_count()
call tidy()
select * from paid_named
select * from outside_v
select * from view_f
select * from totals_named
with gone as (delete from audit returning *) insert into unused (c) select what from gone
with recursive r as (select id, referrer from customer union all select c.id, c.referrer from customer c join r on r.referrer = c.id) select * from r
select exists (select 1 from item), (select max(n) from counter)
select * from customer c, lateral (select * from orders o where o.customer_id = c.id) l
select nextval('free_seq')
select setval('note_seq', 4)
select 'orders'::regclass
select * from orders for share
select * from paid for no key update
select o.id from orders o join customer c on c.id = o.customer_id for update of o
table audit
values ((select count(*) from unused))
select * into made from orders
create table made as select * from paid_named
create table made as table event
create materialized view made as select * from totals
create view made as select * from event
create view made as select bump('x')
create or replace view paid_again as select id, customer_id, note from paid
create table made (like customer including all)
create table made () inherits (kid)
create table made (x int) inherits (unused)
create table made partition of event for values from ('2027-01-01') to ('2028-01-01')
create table made partition of event_26 for values in ('z')
create table made of shop.address
create table made (b shop.status, c shop.email)
create table made (id int primary key, k int references keyed)
create temp table made as select * from item
create table if not exists orders (id int)
create table made (a int, b stuff.kind, c orders, d customer[])
truncate orders cascade
truncate orders, item, shipment
truncate customer cascade
truncate event
truncate only unused
truncate unused
truncate audit restart identity
truncate keyed cascade
truncate stuff.a cascade
lock table orders
lock table event in share mode
lock table paid_named in row exclusive mode
lock only unused in access share mode
alter table orders add column x int
alter table orders add column x bigint references product
alter table unused add column x int
alter table event add column x int default 3
alter table event alter column customer_id type int
alter table item alter column n type bigint
alter table unused alter column a type bigint
alter table event add primary key (id, day, kind)
alter table event add constraint ok check (id > 0)
alter table event add foreign key (id) references product
alter table event_25 add foreign key (id) references product
alter table archive add constraint fk foreign key (customer_id) references customer not valid
alter table to_keyed add constraint fk2 foreign key (id) references keyed
alter table orders drop constraint orders_customer_id_fkey
alter table customer drop constraint customer_pkey cascade
alter table event drop constraint event_customer_id_fkey
alter table keyed drop constraint keyed_pkey cascade
alter table unused drop column a cascade
alter table unused drop column b
alter table orders drop column note cascade
alter table product drop column id cascade
alter table orders drop column customer_id cascade
alter table customer drop column home
alter table item validate constraint item_order_id_fkey
alter table event validate constraint event_customer_id_fkey
alter table orders rename to orders2
alter table orders rename column note to remark
alter table unused rename column a to aa
alter table event rename column customer_id to cid
alter table orders rename constraint orders_pkey to opk
alter index orders_placed rename to op
alter view paid rename to paid2
alter materialized view totals rename to t2
alter sequence free_seq rename to fs
alter table orders owner to deed_test_other
alter table event owner to deed_test_other
alter table customer owner to deed_test_other
alter view paid owner to deed_test_other
alter materialized view totals owner to deed_test_other
alter sequence free_seq owner to deed_test_other
alter table orders set schema stuff
alter table customer set schema stuff
alter table event set schema stuff
alter table keyed set schema stuff
alter view paid set schema stuff
alter materialized view totals set schema stuff
alter sequence free_seq set schema stuff
alter type shop.status set schema stuff
alter domain shop.email set schema stuff
alter schema stuff rename to stuff2
alter schema stuff owner to deed_test_other
alter sequence note_seq owned by none
alter sequence free_seq owned by unused.a
alter sequence free_seq restart
alter sequence free_seq as int
alter table event attach partition event_24 for values from ('2024-01-01') to ('2025-01-01')
alter table event detach partition event_25
alter table event detach partition event_26
alter table event_26 detach partition event_26_a
alter table keyed detach partition keyed_0
alter table keyed add column x int
alter table kid no inherit unused
alter table grandkid no inherit kid
alter table unused add constraint u unique (a)
alter table unused add constraint ck check (a > 0)
alter table unused alter column a set not null
alter table unused alter column a set default 4
alter table event alter column day set not null
alter table orders alter column state drop default
alter table product alter column gross drop expression
alter table audit alter column id drop identity
alter table orders set (fillfactor = 70)
alter table orders alter column note set statistics 100
alter table unused alter column a set statistics 100
alter table event alter column id set statistics 100
alter table orders set logged
alter table fast set logged
alter table unused set unlogged
alter table orders cluster on orders_placed
alter table orders replica identity full
alter table orders disable trigger all
alter table event disable trigger user
alter table customer disable row level security
alter table customer force row level security
alter table orders alter column note set storage external
alter table unused alter column c set storage external
alter table unused alter column c set compression pglz
alter table typed not of
alter table shipment alter constraint shipment_order_id_fkey not deferrable
alter table event alter constraint event_customer_id_fkey deferrable
alter table wide drop constraint wide_b_key
alter type shop.status add value 'back'
alter type shop.status rename value 'new' to 'fresh'
alter type shop.status rename to state
alter type shop.status owner to deed_test_other
alter type shop.address add attribute zip text cascade
alter type shop.address rename attribute city to town cascade
alter type shop.address drop attribute city cascade
alter domain shop.email add check (length(value) > 3)
alter domain shop.email add check (length(value) > 4) not valid
alter domain shop.email drop constraint email_check
alter domain shop.amount set not null
alter domain shop.amount set default 4
alter domain shop.email rename to mail
alter domain shop.email owner to deed_test_other
drop type shop.status cascade
drop type shop.address cascade
drop type stuff.kind cascade
drop domain shop.email cascade
drop domain shop.amount cascade
drop function bump(text) cascade
drop function stuff.f() cascade
drop function write_audit() cascade
drop function view_insert() cascade
drop function price_of(int)
drop function atomic_count()
drop procedure tidy()
drop schema stuff cascade
drop schema shop cascade
drop table orders cascade
drop table customer cascade
drop table shipment
drop table unused cascade
drop table kid cascade
drop table grandkid
drop table event
drop table event_25
drop table event_26
drop table event_rest
drop table keyed cascade
drop table to_keyed
drop table stuff.a cascade
drop table stuff.b cascade
drop table product cascade
drop table counter
drop table mergetarget, mergesource
drop view paid cascade
drop view paid_again
drop view paid_named
drop view stuff.v cascade
drop materialized view totals cascade
drop materialized view totals_named
drop sequence free_seq cascade
drop sequence note_seq
drop sequence stuff.s cascade
drop index orders_placed
drop index event_day
drop index totals_customer
drop trigger orders_audit on orders
drop trigger named_insert on paid_named
drop rule stocked_delete on stocked
drop rule counter_log on counter
drop policy own on customer
drop statistics unused_stats
drop publication pub
drop owned by deed_test_other cascade
reassign owned by deed_test_other to postgres
create index made on orders (note)
create index made on event (id)
create index made on only event (id)
create index made on event_26 (id)
create unique index made on totals (n)
reindex table orders
reindex index orders_placed
reindex table unused
cluster orders using orders_placed
analyze orders
analyze event
analyze unused
analyze orders (note), customer
analyze totals
refresh materialized view totals
refresh materialized view totals with no data
refresh materialized view concurrently totals
refresh materialized view totals_named
comment on table orders is 'x'
comment on column orders.note is 'x'
comment on view paid is 'x'
comment on column paid.note is 'x'
comment on materialized view totals is 'x'
comment on index orders_placed is 'x'
comment on sequence free_seq is 'x'
comment on constraint orders_pkey on orders is 'x'
comment on trigger orders_audit on orders is 'x'
comment on rule stocked_delete on stocked is 'x'
comment on policy own on customer is 'x'
comment on function bump(text) is 'x'
comment on type shop.status is 'x'
comment on domain shop.email is 'x'
comment on constraint email_check on domain shop.email is 'x'
comment on statistics unused_stats is 'x'
comment on schema stuff is 'x'
comment on publication pub is 'x'
comment on column shop.address.city is 'x'
grant select on orders to deed_test_other
grant select (note) on orders to deed_test_other
grant all on all tables in schema stuff to deed_test_other
grant usage on all sequences in schema public to deed_test_other
grant execute on all functions in schema stuff to deed_test_other
revoke all on customer from public
alter default privileges in schema stuff grant select on tables to deed_test_other
create trigger made before insert on customer for each row execute function write_audit()
create trigger made after insert on event for each row execute function write_audit()
create trigger made after insert on event for each statement execute function write_audit()
create constraint trigger made after insert on item from orders deferrable for each row execute function write_audit()
create rule made as on insert to unused do also insert into audit (what) values ('x')
create rule made as on update to archive do instead nothing
create rule made as on delete to archive where old.id in (select id from shipment) do also delete from item where order_id = old.id
create policy made on rls using (customer_id in (select id from customer))
create policy made on rls for insert with check (exists (select 1 from paid))
alter policy own on customer using (exists (select 1 from shipment))
alter policy own on customer rename to other
create statistics made on b, c from unused
create statistics made on (a + 1), b from unused
alter statistics unused_stats set statistics 10
alter statistics unused_stats rename to us
alter statistics unused_stats set schema stuff
create publication made for table orders, event
create publication made for table orders (id, note) where (id > 3)
create publication made for all tables
create publication made for tables in schema stuff
alter publication pub add table item
alter publication pub drop table orders
alter publication pub set table product
alter publication pub set tables in schema stuff
alter trigger orders_audit on orders rename to oa
alter rule stocked_delete on stocked rename to sd
alter index event_day attach partition event_25_day_idx
alter index orders_placed set (fillfactor = 50)
alter index orders_placed set tablespace pg_default
alter view paid alter column note set default 'x'
alter view paid set (security_barrier)
alter materialized view totals set (fillfactor = 50)
alter materialized view totals cluster on totals_customer
copy (select * from paid_named) to '/dev/null'
copy orders to '/dev/null'
copy orders (customer_id) from '/dev/null'
copy event from '/dev/null'
copy event_25 to '/dev/null'
do $$ begin update counter set n = 2; perform * from paid; end $$
do $$ declare r record; begin for r in select * from customer loop update orders set note = r.name where customer_id = r.id; end loop; end $$
do $$ begin execute 'delete from audit'; end $$
do $$ declare c cursor for select * from item; begin open c; close c; end $$
do $$ declare x orders%rowtype; y customer.name%type; begin x := null; end $$
do $$ declare n int; begin n := (select count(*) from shipment); if exists (select 1 from archive) then return; end if; end $$
create function made() returns void language plpgsql as 'begin delete from orders; end'
create function made() returns setof orders language sql as 'select * from orders'
create function made(x orders.note%type) returns int language sql as 'select 1'
create function made(a orders) returns int language sql as 'select 1'
create or replace function bump(p text) returns int language sql as 'select 2'
create sequence made owned by unused.a
create sequence made
create domain shop.made as shop.email check (value <> '')
create type shop.made as (a orders, b shop.status)
explain select * from paid
explain analyze delete from audit
explain insert into orders (customer_id) values (1)
prepare made as select * from orders
declare made cursor for select * from paid_named
merge into mergetarget t using mergesource s on t.id = s.id when matched then update set v = s.v when not matched then insert values (s.id, s.v)
merge into item t using product c on t.product_id = c.id when matched then update set n = 1
insert into checked values (1, 'b')
update checked set b = 'x'
insert into fast values (1) on conflict (a) do update set b = (select max(note) from orders)
update unused set (a, b) = (select count(*), 1 from item) returning (select n from counter limit 1)
delete from stuff.a
delete from stuff.b where id in (select b_id from outside)
update to_keyed set keyed_id = 4
delete from keyed
update keyed set id = 2
delete from keyed_0
insert into keyed values (1)
insert into uses_f (a) values (1)
insert into uses_f default values
insert into uses_f values (1, 2)
insert into audit (what) values ('a')
insert into audit overriding system value values (1, 'b')
update orders set ref = default
select tableoid::regclass from event_25
select count(*) from pg_class
select pg_get_serial_sequence('orders', 'id')
select has_table_privilege('orders', 'select')
select * from orders tablesample system (10)
select row(o.*) from orders o where (select c from customer c where c.id = o.id) is null
set constraints all deferred
set constraints shipment_order_id_fkey immediate
drop table if exists nothing_here, archive
alter table if exists archive add column x int
alter table archive add column x int, add constraint z foreign key (x) references product, drop column note
create schema made create table t (a int references public.customer) create view v as select * from t
create table made (a int, exclude using gist (int4range(a, a + 1) with &&))
alter table orders alter column customer_id drop not null
alter table orders add constraint nn check (note is not null) not valid
alter table orders add constraint uq unique (note)
alter table customer add constraint fk2 foreign key (referrer) references customer (id)
alter table item drop constraint item_pkey
alter table product drop constraint product_sku_key
alter table unused reset (fillfactor)
alter table orders alter column id set default 4
alter sequence orders_id_seq restart with 5
alter sequence orders_id_seq owned by none
drop sequence orders_id_seq cascade
select nextval('orders_id_seq')
drop domain if exists shop.email, shop.amount cascade
alter table kid alter column extra type bigint
alter table stuff.a alter column k type text
