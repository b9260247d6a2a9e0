/// What a server in trouble is busy with, read within seconds.
@NullMarked
package dev.deed.engine.look.emergency;

import org.jspecify.annotations.NullMarked;
