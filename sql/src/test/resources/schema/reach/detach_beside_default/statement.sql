alter table p detach partition p1;
