select dyn('seen');
