/// Which folders of a repository hold migrations, and of which tool: pure.
@NullMarked
package dev.deed.engine.find;

import org.jspecify.annotations.NullMarked;
