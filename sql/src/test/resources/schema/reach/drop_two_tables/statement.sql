drop table third, other;
