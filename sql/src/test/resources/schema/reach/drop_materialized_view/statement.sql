drop materialized view mt;
