drop domain pos cascade;
