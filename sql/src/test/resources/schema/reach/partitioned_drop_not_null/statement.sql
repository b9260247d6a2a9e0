alter table pt alter v drop not null;
