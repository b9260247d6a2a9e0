/// Teams as other files declare them: CODEOWNERS and Backstage's catalog.
@NullMarked
package dev.deed.ownership.teams;

import org.jspecify.annotations.NullMarked;
