alter table base rename constraint positive to above;
