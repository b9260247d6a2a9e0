truncate third, other;
