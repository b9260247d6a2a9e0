drop function upd() cascade;
