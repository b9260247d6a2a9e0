/// Reports and the formats that they are written in.
@NullMarked
package dev.deed.cli.render;

import org.jspecify.annotations.NullMarked;
