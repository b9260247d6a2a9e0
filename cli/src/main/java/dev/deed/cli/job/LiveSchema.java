package dev.deed.cli.job;

import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/// A database's schema as objects, read from its catalogs by the reader of scripts.
///
/// @param unread objects of the database that could not be read, in words
record LiveSchema(Schema schema, List<String> unread) {

  private static final SourceFile CATALOGS = new SourceFile("catalogs");

  static LiveSchema of(CatalogSchema catalogs) {
    return of(catalogs, catalogs.postgres());
  }

  /// As a server of that version has it, for SQL that is to run on all: what only a newer one knows
  /// is left out.
  static LiveSchema of(CatalogSchema catalogs, int postgres) {
    var script = ScriptReader.read(CATALOGS, catalogs.sql());
    var unread = new ArrayList<>(catalogs.unread());
    script.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .map(Finding::message)
        .forEach(unread::add);
    var reader = SchemaReader.ofDump(Math.min(postgres, catalogs.postgres()), Attributes.NONE);
    reader.readInParts(List.of(script).iterator());
    return new LiveSchema(reader.schema(), unread);
  }
}
