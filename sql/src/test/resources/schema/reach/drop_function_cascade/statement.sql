drop function trg cascade;
