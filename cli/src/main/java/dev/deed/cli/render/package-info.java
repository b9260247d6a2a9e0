/// One renderer a format: text, JSON, Markdown, SARIF and the formats of CI servers.
@NullMarked
package dev.deed.cli.render;

import org.jspecify.annotations.NullMarked;
