alter domain pos set not null;
