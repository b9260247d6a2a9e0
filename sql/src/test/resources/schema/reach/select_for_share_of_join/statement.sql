select * from t join parent p on p.id = t.a for share of p;
