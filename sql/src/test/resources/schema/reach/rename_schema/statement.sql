alter schema app rename to web;
