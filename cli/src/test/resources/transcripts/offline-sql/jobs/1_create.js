exports.up = (pgm) => pgm.createTable('job', { id: 'id' });
