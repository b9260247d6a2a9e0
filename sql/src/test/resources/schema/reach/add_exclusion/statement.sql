alter table third add exclude using btree (id with =);
