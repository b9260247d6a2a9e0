/// Changeovers: when the last step of one may be taken, and who holds it up: pure.
@NullMarked
package dev.deed.engine.changeover;

import org.jspecify.annotations.NullMarked;
