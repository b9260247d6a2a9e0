update pt set v = 'y';
