/// Whether a database can be migrated: the checks of `doctor`.
@NullMarked
package dev.deed.engine.look.checkup;

import org.jspecify.annotations.NullMarked;
