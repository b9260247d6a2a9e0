alter table third drop column other_id;
