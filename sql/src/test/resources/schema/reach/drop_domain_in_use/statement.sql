drop domain dm cascade;
