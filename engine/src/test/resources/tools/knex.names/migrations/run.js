module.exports = async function run(database, direction) { if (direction === 'up') {} };
