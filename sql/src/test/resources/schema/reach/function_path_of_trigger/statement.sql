select f();
