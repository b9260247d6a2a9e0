refresh materialized view mt;
