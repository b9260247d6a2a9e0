/// PostgreSQL servers that exist only for a while: for a proof, a test, or the demo.
@NullMarked
package dev.deed.project.server;

import org.jspecify.annotations.NullMarked;
