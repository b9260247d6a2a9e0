create table "accounts" ("id" serial primary key, "email" varchar(255) not null, "status" text check ("status" in ('active', 'blocked')) default 'active', "created_at" timestamptz not null default CURRENT_TIMESTAMP, "updated_at" timestamptz not null default CURRENT_TIMESTAMP);
alter table "accounts" add constraint "accounts_email_unique" unique ("email");
create table "sessions" ("id" uuid default gen_random_uuid(), "account_id" integer not null, "data" jsonb, constraint "sessions_pkey" primary key ("id"));
alter table "sessions" add constraint "sessions_account_id_foreign" foreign key ("account_id") references "accounts" ("id") on delete CASCADE;
create index "sessions_account_id_index" on "sessions" ("account_id");
create table "tags" ("id" bigserial primary key, "name" text not null, "keywords" text[]);
