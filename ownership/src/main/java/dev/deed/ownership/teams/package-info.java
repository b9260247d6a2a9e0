/// Teams as other files declare them: CODEOWNERS, Backstage's catalog, and data contracts.
@NullMarked
package dev.deed.ownership.teams;

import org.jspecify.annotations.NullMarked;
