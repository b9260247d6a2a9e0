/// One class a job: it puts the modules together and returns a report. No command line, no streams.
@NullMarked
package dev.deed.cli.job;

import org.jspecify.annotations.NullMarked;
