/// Web pages of the documents, which open from a disk: navigation, search, no network.
@NullMarked
package dev.deed.site;

import org.jspecify.annotations.NullMarked;
