/// Rules about dropping and renaming what running code uses.
@NullMarked
package dev.deed.lint.rule.removal;

import org.jspecify.annotations.NullMarked;
