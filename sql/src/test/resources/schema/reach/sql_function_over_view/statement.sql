select fv();
