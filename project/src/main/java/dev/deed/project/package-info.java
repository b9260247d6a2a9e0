/// A project as the engine needs it: folders, policies, and databases built from its migrations.
@NullMarked
package dev.deed.project;

import org.jspecify.annotations.NullMarked;
