/// What a database has, in one snapshot and besides its contents: for backups and their restore.
@NullMarked
package dev.deed.engine.backup;

import org.jspecify.annotations.NullMarked;
