alter type mood add value 'c';
