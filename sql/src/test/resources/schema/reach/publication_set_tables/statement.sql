alter publication pub set table u;
